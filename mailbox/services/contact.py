"""Contacts on other ways than the portal, written down in the same conversation, with the true date and scans.

What came from the person on paper is handed in for her: it has a reference and a receipt, like what she sends herself.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import BinaryIO, Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from msgspec import Struct

from mailbox.domain.contact_texts import contact_content, title_of
from mailbox.domain.posting import begin_thread, keep_to_person, representatives_of
from mailbox.enums import ContactChannel, MessageKind, Topic
from mailbox.errors import NothingToSend, NotYet
from mailbox.events import CONTACT_RECORDED, DRAFT_DISCARDED
from mailbox.models import Attachment, EvidenceItem, Message, MessageDraft, Thread
from mailbox.permissions import may_handle
from mailbox.services.evidence import record_paper
from portal.audit.services import record
from portal.cases.enums import Role
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case, Person, system_actor
from portal.cases.services import locked
from portal.discreet import Discreet
from portal.documents.domain.files import sha256_of
from portal.documents.models import Document
from portal.documents.selectors import same_in_case, same_pages_in_case
from portal.documents.services import mark_sent_by_office, receive_from_office, remove_document
from portal.law.parameter import whole
from portal.outbox.services import publish
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Submission
from portal.submissions.services import receive_submission

# What arrives on these ways is a piece of writing: it is handed in, also without a scan.
CONTACT: Final = ":contact"  # how the key of such a draft ends
KEPT_DAYS: Final = "retention.counter_scan_days"
WRITTEN: Final = frozenset({ContactChannel.PAPER, ContactChannel.EMAIL, ContactChannel.FAX})


class Contact(Discreet, frozen=True, kw_only=True):
    """What happened. ``is_from_person``: from her (or for her) to the office, else the other way. ``thread`` None: a
    new conversation about ``topic``. ``needs_answer``: somebody at the office has to answer still.
    ``item``: what was asked for, where its cover sheet came along: the papers are filed there.
    """

    channel: ContactChannel
    is_from_person: bool
    happened_at: datetime
    thread: Thread | None = None
    topic: Topic = Topic.OTHER
    body: str = ""
    needs_answer: bool = False
    item: EvidenceItem | None = None


class Scan(Struct, frozen=True):
    """A file that was put to a contact; ``is_known``: the case had it already, and it is linked, not stored again."""

    document: Document
    is_known: bool


@transaction.atomic
def contact_draft(*, actor: Actor, case: Case, person: Person, token: UUID | None = None) -> MessageDraft:
    """Return where the scans lie of the contact that the actor writes down, made when missing, now about ``person``.

    ``token``: of the form, where it is made. Raises NotPermitted.
    """
    if not may_handle(actor, case):
        raise NotPermitted(case.pk)
    locked(case)  # two windows at the same moment find the same draft
    draft = begun_contact(actor, case.pk)
    if draft is None:
        draft = MessageDraft(case=case, author_key=contact_key(actor), user_id=actor.user_id)
        draft.token = token or draft.token
    draft.person = person
    draft.save()
    return draft


def begun_contact(actor: Actor, case_id: UUID) -> MessageDraft | None:
    """Return the contact that the actor has begun to write down in this case."""
    begun = MessageDraft.objects.filter(case_id=case_id, thread__isnull=True, author_key=contact_key(actor))
    return begun.select_related("case", "person").first()


def recorded_with(*, actor: Actor, token: UUID) -> Message | None:
    """Return what was written down with this token; None when nothing was."""
    if not actor.is_staff:
        return None
    return Message.objects.select_related("thread").filter(key=f"contact:{token}").first()


def contact_key(actor: Actor) -> str:
    """Whose contact it is: kept apart from the messages the same person is writing."""
    return f"staff:{actor.membership_id}{CONTACT}"


@transaction.atomic
def add_scan(*, actor: Actor, draft: MessageDraft, upload: BinaryIO, name: str) -> Scan:
    """Take a scan in. A file that the case has already, byte for byte, is linked instead.

    Raises NotPermitted, and UploadRefused with words.
    """
    _require_own(actor, draft)
    digest = sha256_of(upload)
    known = same_in_case(actor, draft.case_id, digest) or draft.documents.filter(sha256=digest).first()
    document = known or receive_from_office(
        actor=actor, case=draft.case, person=draft.person, upload=upload, name=name, is_from_office=True
    )
    draft.documents.add(document)
    return Scan(document, is_known=known is not None)


@transaction.atomic
def remove_scan(*, actor: Actor, draft: MessageDraft, document: Document) -> None:
    """Take a file from the contact; it is deleted unless it was there before. Raises NotPermitted."""
    _require_own(actor, draft)
    if not draft.documents.filter(pk=document.pk).exists():
        raise NotPermitted(draft.case_id)
    draft.documents.remove(document)
    if document.handed_in_at is None:
        remove_document(actor=actor, document=document)


def discard_old_contacts(*, now: datetime) -> int:
    """Delete contacts that were begun and left, with the scans that nobody has filed; returns how many.

    ``retention.counter_scan_days`` after the last change. Scans that the case had before stay where they are.
    """
    limit = now - timedelta(days=whole(KEPT_DAYS, timezone.localdate(now)))
    old = MessageDraft.objects.filter(author_key__startswith="staff:", author_key__endswith=CONTACT)
    for draft in (found := list(old.filter(updated_at__lt=limit))):
        with transaction.atomic():
            actor = system_actor("mailbox.tidying")
            for document in draft.documents.filter(handed_in_at__isnull=True, is_from_office=True):
                remove_document(actor=actor, document=document)
            record(actor, DRAFT_DISCARDED, subject=draft, case_id=draft.case_id)
            draft.delete()
    return len(found)


@transaction.atomic
def record_contact(*, actor: Actor, draft: MessageDraft, contact: Contact) -> Message:
    """Write the contact into its conversation and return the entry; the draft is gone then. The same draft twice: once.

    Scans whose pages the case has already are linked to what was there before, and dropped. What came from the person
    in writing or with papers becomes a submission with the true date. Raises NotPermitted, NotYet, NothingToSend, and
    DocumentNotThere when a scan was removed meanwhile.
    """
    _require_own(actor, draft)
    locked(draft.case)
    key = f"contact:{draft.token}"
    known = Message.objects.filter(key=key).first()
    if known is not None:
        return known
    if contact.happened_at > timezone.now():
        raise NotYet
    documents = _settled(actor, draft)
    if not contact.body.strip() and not documents:
        raise NothingToSend
    thread = contact.thread or _new_thread(draft, contact)
    if thread.case_id != draft.case_id:
        raise NotPermitted(draft.case_id)
    submission = _hand_in(actor, draft, contact, documents) if is_submission(contact, documents) else None
    message = _entry(actor, thread, contact, key, submission)
    if submission is not None:
        keep_to_person(thread, submission)
    Attachment.objects.bulk_create(
        Attachment(message=message, document=document, position=position)
        for position, document in enumerate(documents, start=1)
    )
    mark_sent_by_office(documents=documents, at=message.created_at)
    _follow(thread, contact)
    if contact.item is not None and contact.is_from_person:
        _file(actor, contact.item, documents, contact.happened_at)
    if submission is not None:
        publish("message.posted", message.pk)  # she learns that it has arrived
    record(actor, CONTACT_RECORDED, subject=message, case_id=draft.case_id)
    MessageDraft.objects.filter(pk=draft.pk).delete()
    return message


def is_submission(contact: Contact, documents: Sequence[Document]) -> bool:
    """Whether it gets a reference and a receipt: what the person has written, and every paper she has brought."""
    return contact.is_from_person and (contact.channel in WRITTEN or bool(documents))


def _settled(actor: Actor, draft: MessageDraft) -> list[Document]:
    """The files of the contact, each once; those whose pages were there before by what was there."""
    settled: dict[UUID, Document] = {}
    for document in draft.documents.order_by("created_at", "id"):
        if document.removed_at is not None or document.is_refused:
            continue
        before = same_pages_in_case(actor, document) if document.handed_in_at is None else None
        if before is not None:
            remove_scan(actor=actor, draft=draft, document=document)
        settled[(before or document).pk] = before or document
    return list(settled.values())


def _new_thread(draft: MessageDraft, contact: Contact) -> Thread:
    return begin_thread(draft.person, topic=contact.topic, subject=str(contact.topic.label))


def _hand_in(actor: Actor, draft: MessageDraft, contact: Contact, documents: Sequence[Document]) -> Submission:
    return receive_submission(
        actor=actor,
        kind=SubmissionKind.DOCUMENT if documents else SubmissionKind.MESSAGE,
        title=title_of(contact.channel, has_papers=bool(documents)),
        case=draft.case,
        person=draft.person,
        content=contact_content(
            channel=contact.channel,
            happened_at=contact.happened_at,
            body=contact.body,
            applicant=draft.person.name,
            known=[document for document in documents if document.handed_in_at is not None],
        ),
        data={"channel": contact.channel, "body": contact.body},
        document_ids=[document.pk for document in documents if document.handed_in_at is None],
        token=draft.token,
        received_at=contact.happened_at,
        channel=contact.channel,
    )


def _entry(actor: Actor, thread: Thread, contact: Contact, key: str, submission: Submission | None) -> Message:
    now = timezone.now()
    return Message.objects.create(
        thread=thread,
        kind=MessageKind.CONTACT,
        sender_role=Role.CLAIMANT if contact.is_from_person else actor.role,
        author_id=actor.membership_id,
        channel=contact.channel,
        body=contact.body.strip(),
        addressed_to=[] if contact.is_from_person else representatives_of(thread.person_id, thread.case_id),
        submission=submission,
        key=key,
        happened_at=contact.happened_at,
        created_at=now,
        read_at=now if contact.is_from_person else None,
    )


def _file(actor: Actor, item: EvidenceItem, documents: Sequence[Document], received_at: datetime) -> None:
    """Put the papers to what was asked for."""
    for document in Document.objects.filter(pk__in=[each.pk for each in documents]).order_by("created_at"):
        record_paper(actor=actor, item=item, document=document, received_at=received_at)


def _follow(thread: Thread, contact: Contact) -> None:
    """Who waits now: the person since then; nobody once the office has spoken to her."""
    since = thread.waiting_since
    if contact.needs_answer:
        since = min(since, contact.happened_at) if since else contact.happened_at
    elif not contact.is_from_person:
        since = None
    if since != thread.waiting_since:
        thread.waiting_since = since
        thread.save(update_fields=["waiting_since"])


def _require_own(actor: Actor, draft: MessageDraft) -> None:
    if draft.author_key != contact_key(actor) or not may_handle(actor, draft.case):
        raise NotPermitted(draft.case_id)
