"""Take something in: the moment from which it counts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.models import Actor, Case, Person
from portal.cases.permissions import is_own_post
from portal.documents.models import Document
from portal.documents.services import mark_handed_in
from portal.outbox.services import publish
from portal.submissions import events
from portal.submissions.domain.fingerprint import fingerprint
from portal.submissions.domain.reference import new_reference
from portal.submissions.domain.verification import new_code
from portal.submissions.enums import ContactChannel, SubmissionKind
from portal.submissions.errors import DocumentNotThere, NoFreeReference, NotAllowed, TokenOfAnotherCase
from portal.submissions.models import Receipt, Submission, SubmissionContent, SubmittedFile
from portal.submissions.permissions import may_hand_in

REFERENCE_TRIES = 5


@transaction.atomic
def receive_submission(  # noqa: PLR0913 -- everything that makes a proof, each by name
    *,
    actor: Actor,
    kind: SubmissionKind,
    title: str,
    case: Case,
    person: Person,
    content: SubmissionContent,
    data: dict[str, Any],
    document_ids: Sequence[UUID] = (),
    token: str | UUID,
    form_key: str = "",
    form_version: str = "",
    received_at: datetime | None = None,
    stepped_up: bool = False,
    channel: ContactChannel = ContactChannel.PORTAL,
) -> Submission:
    """Store what was handed in, its list of files and its receipt row; later work leaves through the outbox.

    All in one transaction with the caller's. Sending the same ``token`` again, also at the same moment, returns the
    first submission unchanged. ``document_ids`` in the order of the list. ``received_at`` only when something arrived
    earlier on another way, which is its ``channel``; else now. ``stepped_up``: who sends it has just proved once more
    who they are. Staff hand in what came on paper, at the counter, by phone; then no account has sent it.
    What belongs to the own post of a member is marked, with its files: nobody else of the household sees it.
    Raises NotAllowed, DocumentNotThere, TokenOfAnotherCase.
    """
    if not may_hand_in(actor, case, person, kind):
        raise NotAllowed
    existing = _existing(token, case)
    if existing is not None:
        return existing
    documents = _documents(document_ids, case, token)
    if documents is None:
        return _require_existing(token, case)
    moment = received_at or timezone.now()
    hashes = [document.sha256 for document in documents]
    draft = Submission(
        kind=kind,
        title=title,
        form_key=form_key,
        form_version=form_version,
        case=case,
        person=person,
        submitted_by_user_id=None if actor.is_staff else actor.user_id,
        submitted_by_standing_id=actor.acting_standing_id,
        submitted_by_role=actor.role,
        received_at=moment,
        content=content.model_dump(mode="json"),
        data=data,
        content_sha256=fingerprint(content=content, data=data, file_hashes=hashes),
        token=str(token),
        stepped_up=stepped_up,
        channel=channel,
        is_own_post=is_own_post(actor, person),
    )
    submission = _insert(draft, case)
    if submission is not draft:
        return submission
    _attach(submission, documents)
    Receipt.objects.create(submission=submission, verification_code=new_code())
    record(actor, events.SUBMISSION_RECEIVED, subject=submission, case_id=case.pk)
    publish("submission.received", submission.pk)
    return submission


def _existing(token: str | UUID, case: Case) -> Submission | None:
    found = Submission.objects.filter(token=str(token)).first()
    if found is not None and found.case_id != case.pk:
        raise TokenOfAnotherCase
    return found


def _require_existing(token: str | UUID, case: Case) -> Submission:
    found = _existing(token, case)
    if found is None:
        raise DocumentNotThere
    return found


def _documents(document_ids: Sequence[UUID], case: Case, token: str | UUID) -> list[Document] | None:
    """The documents in the order asked for, locked; None when somebody has handed them in meanwhile with this token."""
    if not document_ids:
        return []
    wanted = list(dict.fromkeys(document_ids))
    rows = Document.objects.select_for_update().waiting().filter(case=case, pk__in=wanted).order_by("pk")
    found = {document.pk: document for document in rows}
    if len(found) == len(wanted):
        return [file for document_id in wanted for file in _files_of(found[document_id])]
    if _existing(token, case) is not None:
        return None
    raise DocumentNotThere


def _files_of(document: Document) -> list[Document]:
    """What was really sent: the document, or the files it was put together from, locked like it."""
    if not document.is_joined:
        return [document]
    parts = document.parts.waiting().select_for_update(of=("self",)).select_related("joined_into")
    return list(parts.order_by("position", "created_at", "pk"))


def _insert(draft: Submission, case: Case) -> Submission:
    """Insert, or return what a request at the same moment has inserted with the same token."""
    slug = case.jobcenter.slug if case.jobcenter is not None else ""
    for _try in range(REFERENCE_TRIES):
        draft.reference = new_reference(slug)
        try:
            with transaction.atomic():
                draft.save(force_insert=True)
        except IntegrityError:
            existing = _existing(draft.token, case)
            if existing is not None:
                return existing
        else:
            return draft
    raise NoFreeReference


def _attach(submission: Submission, documents: Sequence[Document]) -> None:
    SubmittedFile.objects.bulk_create(
        SubmittedFile(
            submission=submission,
            document=document,
            position=position,
            name=document.original_name,
            media_type=document.media_type,
            pages=document.pages,
            part_of=document.joined_into.original_name if document.joined_into else None,
            size=document.size,
            sha256=document.sha256,
        )
        for position, document in enumerate(documents, start=1)
    )
    mark_handed_in(documents=documents, at=submission.received_at, is_own_post=submission.is_own_post)
