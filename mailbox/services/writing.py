"""Writing in the postbox: begin, add files, send once, give up. For both sides."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mailbox.domain.drafting import (
    Words,
    author_key,
    check_words,
    clean_subject,
    clean_text,
    known_topic,
    receipt_content,
)
from mailbox.domain.posting import begin_thread, keep_to_person, representatives_of
from mailbox.enums import MessageKind
from mailbox.events import DRAFT_DISCARDED, MESSAGE_SENT
from mailbox.models import Attachment, Message, MessageDraft, Thread, TopicRoute
from mailbox.permissions import may_write
from mailbox.selectors import attached_to, drafts_of, new_from_phone, place_of, threads_visible_to
from portal.audit.services import record
from portal.cases.enums import Role
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case, Person
from portal.cases.services import locked, prolong_after_sending
from portal.documents.models import Document, HandOver
from portal.documents.selectors import documents_visible_to
from portal.documents.services import mark_sent_by_office, remove_document
from portal.outbox.services import publish
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Submission
from portal.submissions.services import receive_submission


@transaction.atomic
def save_draft(  # noqa: PLR0913 -- what is typed, each by name
    *,
    actor: Actor,
    case: Case,
    person: Person,
    thread: Thread | None = None,
    topic: str = "",
    subject: str = "",
    body: str = "",
    needs_translation: bool = False,
    token: UUID | None = None,
) -> MessageDraft:
    """Keep what was typed, however long; returns the one draft of this writer in this conversation (None: a new one).

    ``token``: that of the page it was typed on; sending that page twice sends once. Nobody else sees it. Raises
    NotPermitted.
    """
    _require_writer(actor, case, thread.person if thread else person, thread)
    locked(case)  # two windows at the same moment find the same draft
    draft = drafts_of(actor).filter(case=case, thread=thread).first()
    if draft is None:
        draft = MessageDraft(case=case, thread=thread)
    draft.author_key, draft.user_id = author_key(actor), actor.user_id
    draft.person, draft.topic = person, known_topic(topic) if topic else ""
    draft.subject, draft.body = clean_subject(subject), clean_text(body)
    draft.needs_translation = needs_translation
    if token is not None and not MessageDraft.objects.filter(token=token).exclude(pk=draft.pk).exists():
        draft.token = token
    draft.save()
    return draft


@transaction.atomic
def attach(*, actor: Actor, draft: MessageDraft, document: Document) -> None:
    """Put a document of the case to the draft: an upload that waits, or one that was sent before and is linked only.

    Own post goes into a message of the same person alone.

    Raises NotPermitted.
    """
    _require_own(actor, draft)
    is_there = document.case_id == draft.case_id and document.removed_at is None
    is_free = document.handed_in_at is not None or not document.message_drafts.exclude(pk=draft.pk).exists()
    is_theirs = not document.is_own_post or document.person_id == draft.person_id
    if not (is_there and is_free and is_theirs):
        raise NotPermitted(draft.case_id)
    draft.documents.add(document)


@transaction.atomic
def discard_draft(*, actor: Actor, draft: MessageDraft) -> None:
    """Give up what was begun, with the files that were uploaded for it. Raises NotPermitted.

    Whoever may write no more gives up their words only: the files stay with the person they were for.
    """
    if not _is_writer(actor, draft):
        raise NotPermitted(draft.case_id)
    if may_write(actor, draft.case, draft.person):
        draft.documents.add(*new_from_phone(draft))
        for document in attached_to(draft).waiting():
            remove_document(actor=actor, document=document)
    _end_hand_over(draft)
    record(actor, DRAFT_DISCARDED, subject=draft, case_id=draft.case_id)
    draft.delete()


@transaction.atomic
def send_message(*, actor: Actor, draft: MessageDraft) -> Message:
    """Send a draft with its files; then it is gone. The draft's ``token`` makes sending twice one message.

    Files of which nothing could be made stay behind, among the papers that are not sent. Raises as `send_words`.
    """
    locked(draft.case)
    sent = sent_with(actor=actor, token=draft.token)
    if sent is None:
        sent = _send_draft(actor, draft)
    MessageDraft.objects.filter(token=draft.token).delete()
    return sent


def _send_draft(actor: Actor, draft: MessageDraft) -> Message:
    if not _is_writer(actor, draft):
        raise NotPermitted(draft.case_id)
    draft.documents.add(*new_from_phone(draft))
    documents = tuple(document for document in attached_to(draft) if document.is_usable)
    words = Words(
        case=draft.case,
        person=draft.person,
        thread=draft.thread,
        topic=draft.topic,
        subject=draft.subject,
        body=draft.body,
        needs_translation=draft.needs_translation,
        documents=documents,
    )
    message = send_words(actor=actor, words=words, token=draft.token)
    _end_hand_over(draft)
    return message


@transaction.atomic
def send_words(*, actor: Actor, words: Words, token: UUID | str) -> Message:
    """Send words that nobody has kept as a draft. The same ``token``, also at the same moment, is one message.

    What a person sends is handed in: it has a receipt, and the conversation waits for the office from then on. What
    staff send answers it, is addressed to who represents the person, and is announced without its content.
    Raises NotPermitted, NothingToSend, TextTooLong, and DocumentNotThere when a file was removed meanwhile.
    """
    _require_writer(actor, words.case, words.thread.person if words.thread else words.person, words.thread)
    locked(words.case)
    key = f"message:{token}"
    sent = Message.objects.select_related("thread", "submission").filter(key=key).first()
    if sent is not None:
        if sent.thread.case_id != words.case.pk:
            raise NotPermitted(words.case.pk)
        return sent
    body = clean_text(words.body)
    check_words(body, has_files=bool(words.documents))
    thread = words.thread or _new_thread(words)
    if actor.is_staff:
        message = _answer(actor, words, thread, body, key)
    else:
        message = _hand_in(actor, words, thread, body, key, token)
    _attach_all(message, words.documents)
    record(actor, MESSAGE_SENT, subject=message, case_id=words.case.pk)
    return message


def sent_with(*, actor: Actor, token: UUID | str) -> Message | None:
    """What was sent with this token on a case of the actor's; None when nothing was."""
    found = Message.objects.select_related("thread", "submission").filter(key=f"message:{token}").first()
    return found if found is not None and (actor.is_staff or found.thread.case_id in actor.case_ids) else None


def _hand_in(actor: Actor, words: Words, thread: Thread, body: str, key: str, token: UUID | str) -> Message:
    submission = receive_submission(
        actor=actor,
        kind=SubmissionKind.MESSAGE,
        title=_("Nachricht an das Jobcenter"),
        case=words.case,
        person=thread.person,
        content=receipt_content(words, thread),
        data={"thread": str(thread.pk), "topic": thread.topic, "subject": thread.own_words or "", "body": body},
        document_ids=[document.pk for document in words.documents if document.handed_in_at is None],
        token=token,
    )
    message = _message(actor, words, thread, body, key, at=submission.received_at, submission=submission)
    keep_to_person(thread, submission)
    if thread.waiting_since is None:
        thread.waiting_since = submission.received_at
        thread.save(update_fields=["waiting_since"])
    if actor.role is Role.GUEST:
        prolong_after_sending(words.case)
    publish("message.received", message.pk)
    return message


def _answer(actor: Actor, words: Words, thread: Thread, body: str, key: str) -> Message:
    known = documents_visible_to(actor).filter(case=words.case, pk__in=[each.pk for each in words.documents])
    if known.count() != len(words.documents):
        raise NotPermitted(words.case.pk)
    message = _message(actor, words, thread, body, key, at=timezone.now())
    message.addressed_to = representatives_of(thread.person_id, thread.case_id)
    message.save(update_fields=["addressed_to"])
    mark_sent_by_office(documents=words.documents, at=message.created_at)
    if thread.waiting_since is not None:
        thread.waiting_since = None
        thread.save(update_fields=["waiting_since"])
    publish("message.posted", message.pk)
    return message


def _message(
    actor: Actor,
    words: Words,
    thread: Thread,
    body: str,
    key: str,
    *,
    at: datetime,
    submission: Submission | None = None,
) -> Message:
    return Message.objects.create(
        thread=thread,
        kind=MessageKind.MESSAGE,
        sender_role=actor.role,
        author_id=actor.membership_id,
        acting_standing_id=actor.acting_standing_id,
        body=body,
        needs_translation=words.needs_translation,
        submission=submission,
        key=key,
        created_at=at,
    )


def _new_thread(words: Words) -> Thread:
    """A conversation about the topic. In the clear stands the topic only, the writer's own words are encrypted."""
    topic = known_topic(words.topic)
    return begin_thread(
        words.person,
        topic=topic,
        subject=str(topic.label),
        own_words=clean_subject(words.subject) or None,
        team_id=_team_for(words.case, topic),
    )


def _team_for(case: Case, topic: str) -> UUID | None:
    """Whose work a topic is, where that differs from the case's team."""
    if case.jobcenter_id is None:
        return None
    route = TopicRoute.objects.filter(jobcenter_id=case.jobcenter_id, topic=topic).first()
    return route.team_id if route is not None and route.team_id != case.team_id else None


def _attach_all(message: Message, documents: Sequence[Document]) -> None:
    Attachment.objects.bulk_create(
        Attachment(message=message, document=document, position=position)
        for position, document in enumerate(documents, start=1)
    )


def _require_writer(actor: Actor, case: Case, person: Person, thread: Thread | None) -> None:
    """A thread has to be the case's, and one that the actor sees."""
    if not may_write(actor, case, person):
        raise NotPermitted(case.pk)
    if thread is not None and not threads_visible_to(actor).filter(pk=thread.pk, case=case).exists():
        raise NotPermitted(case.pk)


def _end_hand_over(draft: MessageDraft) -> None:
    """The code for the phone takes nothing more: what comes now would belong to nothing."""
    now = timezone.now()
    HandOver.objects.filter(case_id=draft.case_id, place=place_of(draft), expires_at__gt=now).update(expires_at=now)


def _require_own(actor: Actor, draft: MessageDraft) -> None:
    if not _is_writer(actor, draft) or not may_write(actor, draft.case, draft.person):
        raise NotPermitted(draft.case_id)


def _is_writer(actor: Actor, draft: MessageDraft) -> bool:
    return drafts_of(actor).filter(pk=draft.pk).exists()
