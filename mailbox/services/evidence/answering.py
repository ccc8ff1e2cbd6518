"""What the person says to a request. Every answer is handed in: it has a reference and a receipt."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from msgspec import Struct

from mailbox.domain.evidence_content import (
    Said,
    answer_content,
    answer_data,
    answer_in_words,
    clean_words,
    wish_content,
)
from mailbox.domain.evidence_deadline import place_of, suggested_day
from mailbox.domain.evidence_lifecycle import can_be_answered, lock_request, move_item
from mailbox.domain.evidence_posting import note_answer
from mailbox.domain.legal_notice import LANGUAGE
from mailbox.enums import AnswerKind, ExtensionStatus, ItemStatus
from mailbox.errors import DayNotPossible, ItemNotThere, NoDeadline, NothingSaid, PaperNotThere, RequestNotOpen
from mailbox.events import REQUEST_ANSWERED, TIME_ASKED
from mailbox.models import EvidenceAnswer, EvidenceRequest, Extension
from mailbox.permissions import may_answer, may_prepare
from mailbox.selectors import is_answered, requests_visible_to
from portal.audit.services import record
from portal.cases.domain.guest_access import prolong_after_sending
from portal.cases.enums import Role
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.documents.models import Document
from portal.documents.selectors import documents_visible_to
from portal.documents.services import remove_document
from portal.law.dates import day_of
from portal.outbox.services import publish
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Submission
from portal.submissions.services import receive_submission

BECOMES = {
    AnswerKind.DOCUMENTS: ItemStatus.HANDED_IN,
    AnswerKind.BY_POST: ItemStatus.ANNOUNCED,
    AnswerKind.IN_PERSON: ItemStatus.ANNOUNCED,
    AnswerKind.NOT_AVAILABLE: ItemStatus.NOT_AVAILABLE,
}


class ItemAnswer(Struct, frozen=True, kw_only=True):
    """What somebody says to one item. ``document_ids``: papers that wait to be sent, or that the case has already."""

    item_id: UUID
    kind: AnswerKind
    text: str = ""
    document_ids: tuple[UUID, ...] = ()


@transaction.atomic
def answer_items(
    *, actor: Actor, request: EvidenceRequest, answers: Sequence[ItemAnswer], token: str | UUID
) -> Submission:
    """Hand in answers to several items at once, also after the deadline; returns the proof of all of them.

    The same ``token`` again changes nothing and returns the first proof. Papers that the case has already are linked,
    not sent and kept twice. Publishes ``evidence.handed_in`` when nothing is missing any more.
    Raises NotPermitted, RequestNotOpen, ItemNotThere, NothingSaid, TextTooLong, PaperNotThere, NoSuchStep.
    """
    _require(actor, request)
    locked = lock_request(request.pk)
    known = Submission.objects.filter(token=str(token), case_id=locked.case_id).first()
    if known is not None:
        return known
    if not locked.is_open:
        raise RequestNotOpen
    with override(LANGUAGE):
        said = _understood(actor, locked, answers)
        submission = _hand_in(actor, locked, said, token)
        for each in said:
            _keep(actor, each, submission)
        documents = [document for each in said for document in each.documents]
        note_answer(locked, actor=actor, body=answer_in_words(said), submission=submission, documents=documents)
    if actor.role is Role.GUEST:
        prolong_after_sending(locked.case)
    record(actor, REQUEST_ANSWERED, subject=locked, case_id=locked.case_id)
    if is_answered(locked):
        publish("evidence.handed_in", locked.pk)
    return submission


@transaction.atomic
def ask_for_time(
    *, actor: Actor, request: EvidenceRequest, token: str | UUID, until: datetime.date | None = None, text: str = ""
) -> Extension:
    """Ask for more time, until a day or until the suggested one; returns the wish, an open one as it was.

    Nothing changes by itself: the deadline stays until somebody has answered. Raises NotPermitted, RequestNotOpen,
    NoDeadline (a hint), DayNotPossible (not after the deadline), TextTooLong.
    """
    _require(actor, request)
    locked = lock_request(request.pk)
    text = clean_words(text)
    known = locked.extensions.filter(status=ExtensionStatus.ASKED).first()
    known = known or locked.extensions.filter(submission__token=str(token)).first()
    if known is not None:
        return known
    if not locked.is_open:
        raise RequestNotOpen
    if locked.deadline is None:
        raise NoDeadline
    today = day_of(timezone.now())
    day = until or suggested_day(locked.deadline, today, place_of(locked.case))
    if day <= max(today, locked.deadline):
        raise DayNotPossible
    with override(LANGUAGE):
        submission = receive_submission(
            actor=actor,
            kind=SubmissionKind.MESSAGE,
            title=_("Wunsch nach mehr Zeit"),
            case=locked.case,
            person=locked.person,
            content=wish_content(locked, day, text),
            data={"request": str(locked.pk), "until": day.isoformat(), "text": text},
            token=token,
        )
        wish = Extension.objects.create(request=locked, until=day, text=text, submission=submission)
        words = _("Ich brauche mehr Zeit: bis %(day)s.") % {"day": f"{day:%d.%m.%Y}"}
        note_answer(locked, actor=actor, body=f"{words}\n{text}" if text else words, submission=submission)
    record(actor, TIME_ASKED, subject=locked, case_id=locked.case_id)
    return wish


def _require(actor: Actor, request: EvidenceRequest) -> None:
    """Who may send for the case, and reads this very conversation: not that of somebody who wants own post."""
    if not may_answer(actor, request) or not requests_visible_to(actor).filter(pk=request.pk).exists():
        raise NotPermitted(request.case_id)


def _understood(actor: Actor, request: EvidenceRequest, answers: Sequence[ItemAnswer]) -> list[Said]:
    """The answers with their items and papers. Raises what ``answer_items`` raises."""
    items = {item.pk: item for item in request.items.all()}
    if not answers:
        raise NothingSaid
    wanted = {document_id for answer in answers for document_id in answer.document_ids}
    papers = {
        document.pk: document for document in documents_visible_to(actor).filter(case_id=request.case_id, pk__in=wanted)
    }
    if len(papers) != len(wanted):
        raise PaperNotThere
    twins = _twins(actor, request, papers.values())
    said = []
    for answer in answers:
        item = items.get(answer.item_id)
        if item is None:
            raise ItemNotThere
        if not can_be_answered(item):
            raise RequestNotOpen
        if answer.kind not in BECOMES or (answer.kind == AnswerKind.DOCUMENTS) != bool(answer.document_ids):
            raise NothingSaid
        words = clean_words(answer.text)
        if answer.kind == AnswerKind.NOT_AVAILABLE and not words:
            raise NothingSaid
        listed = [papers[document_id] for document_id in dict.fromkeys(answer.document_ids)]
        doubles = {document: twins[document.sha256] for document in listed if _is_double(document, twins)}
        linked = [*(each for each in listed if each.handed_in_at is not None), *doubles.values()]
        said.append(
            Said(
                item=item,
                kind=AnswerKind(answer.kind),
                text=words,
                sent=tuple(each for each in listed if each.handed_in_at is None and each not in doubles),
                linked=tuple(dict.fromkeys(linked)),
                doubles=tuple(doubles),
            )
        )
    return said


def _twins(actor: Actor, request: EvidenceRequest, papers: Iterable[Document]) -> dict[str, Document]:
    """What the case has already of these files, byte for byte, by check sum. Whoever may not upload removes nothing."""
    new = {each.sha256 for each in papers if each.handed_in_at is None and not (each.is_joined or each.kept_double)}
    if not new or not may_prepare(actor, request):
        return {}
    there = documents_visible_to(actor).handed_in().whole().usable().filter(case_id=request.case_id, sha256__in=new)
    return {each.sha256: each for each in there.filter(emptied_at__isnull=True).order_by("-handed_in_at", "pk")}


def _is_double(document: Document, twins: Mapping[str, Document]) -> bool:
    """Whether what is there already is linked in its place; not where the person wants it to stay."""
    return document.handed_in_at is None and not document.kept_double and document.sha256 in twins


def _hand_in(actor: Actor, request: EvidenceRequest, said: Sequence[Said], token: str | UUID) -> Submission:
    sends_papers = any(each.kind == AnswerKind.DOCUMENTS for each in said)
    return receive_submission(
        actor=actor,
        kind=SubmissionKind.DOCUMENT if sends_papers else SubmissionKind.MESSAGE,
        title=_("Antwort auf eine Bitte um Unterlagen"),
        case=request.case,
        person=request.person,
        content=answer_content(request, said),
        data=answer_data(request, said),
        document_ids=[document.pk for each in said for document in each.sent],
        token=token,
    )


def _keep(actor: Actor, said: Said, submission: Submission) -> None:
    answer = EvidenceAnswer.objects.create(
        item=said.item, kind=said.kind, text=said.text, submission=submission, created_at=submission.received_at
    )
    answer.documents.set(said.documents)
    said.item.uploads.clear()
    for double in said.doubles:
        remove_document(actor=actor, document=double)
    move_item(said.item, to=BECOMES[said.kind], actor=actor, at=submission.received_at)
