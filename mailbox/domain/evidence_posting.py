"""What is said about a request: messages in its conversation, each once per key. News for the person are announced."""

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext as _

from mailbox.domain.posting import begin_thread, keep_to_person, representatives_of
from mailbox.enums import ITEMS_TO_LOOK_AT, ContactChannel, ExtensionStatus, MessageKind, Topic
from mailbox.models import Attachment, EvidenceAnswer, EvidenceItem, EvidenceRequest, Extension, Message, Thread
from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES
from portal.cases.models import Actor
from portal.documents.models import Document
from portal.outbox.services import publish
from portal.submissions.models import Submission


def open_thread(request: EvidenceRequest) -> Thread:
    """Return the conversation of the request; a new one names the kind of matter only."""
    if request.thread is not None:
        return request.thread
    subject = _("Es fehlt vielleicht noch etwas") if request.is_hint else _("Wir brauchen Unterlagen von Ihnen")
    return begin_thread(request.person, topic=Topic.DOCUMENTS, subject=subject)


def say_to_person(
    request: EvidenceRequest, *, actor: Actor, body: str, key: str, kind: MessageKind = MessageKind.MESSAGE
) -> Message:
    """Tell the person something in the conversation, once per ``key``; it answers what waited there."""
    thread = _thread(request)
    message, is_new = Message.objects.get_or_create(
        key=key,
        defaults={
            "thread": thread,
            "kind": kind,
            "sender_role": actor.role,
            "author_id": actor.membership_id,
            "body": body,
            "addressed_to": representatives_of(request.person_id, request.case_id),
        },
    )
    if is_new:
        if actor.is_staff:
            _rest(request, thread)
        publish("message.posted", message.pk)
    return message


def note_answer(
    request: EvidenceRequest, *, actor: Actor, body: str, submission: Submission, documents: Iterable[Document] = ()
) -> Message:
    """What the person has said stands in the conversation, with its proof; from now on they wait for the office."""
    thread = _thread(request)
    message = Message.objects.create(
        thread=thread,
        kind=MessageKind.MESSAGE,
        sender_role=actor.role,
        acting_standing_id=actor.acting_standing_id,
        body=body,
        submission=submission,
        key=f"submission:{submission.pk}",
    )
    keep_to_person(thread, submission)
    _attach(message, documents)
    Thread.objects.filter(pk=thread.pk, waiting_since__isnull=True).update(waiting_since=submission.received_at)
    return message


def note_paper(
    item: EvidenceItem,
    *,
    actor: Actor,
    document: Document,
    received_at: datetime.datetime,
    submission: Submission | None,
) -> Message:
    """What came on paper stands in the conversation, with the day on which it came; the person is told.

    Once for each item and paper.
    """
    request = item.request
    message, is_new = Message.objects.get_or_create(
        key=f"paper:{item.pk}:{document.pk}",
        defaults={
            "thread": _thread(request),
            "kind": MessageKind.CONTACT,
            "channel": ContactChannel.PAPER,
            "sender_role": actor.role,
            "author_id": actor.membership_id,
            "body": _("Auf Papier angekommen: %(what)s") % {"what": item.what},
            "happened_at": received_at,
            "submission": submission,
            "addressed_to": representatives_of(request.person_id, request.case_id),
        },
    )
    if is_new:
        if submission is not None:
            keep_to_person(message.thread, submission)
        _attach(message, [document])
        publish("message.posted", message.pk)
    return message


def let_rest(request: EvidenceRequest) -> None:
    """Nobody waits for the office any more, when nothing of the request is left for it and nothing else was asked."""
    _rest(request, _thread(request))


def _rest(request: EvidenceRequest, thread: Thread) -> None:
    if not (request.is_open and _is_left(request)) and not _is_asked_elsewhere(thread):
        Thread.objects.filter(pk=thread.pk).update(waiting_since=None)


def _is_left(request: EvidenceRequest) -> bool:
    """Whether something of it is the office's to look at or to answer."""
    return (
        request.items.filter(status__in=ITEMS_TO_LOOK_AT).exists()
        or Extension.objects.filter(request=request, status=ExtensionStatus.ASKED).exists()
    )


def _is_asked_elsewhere(thread: Thread) -> bool:
    """Whether the person has written, after the office last did, something that answers no request."""
    theirs = thread.messages.filter(sender_role__in=CITIZEN_ROLES)
    last = thread.messages.filter(sender_role__in=STAFF_ROLES).order_by("-created_at").first()
    newer = theirs.filter(created_at__gt=last.created_at) if last else theirs
    answers = EvidenceAnswer.objects.filter(submission__isnull=False).values("submission")
    wishes = Extension.objects.filter(submission__isnull=False).values("submission")
    return newer.exclude(submission__in=answers).exclude(submission__in=wishes).exists()


def _attach(message: Message, documents: Iterable[Document]) -> None:
    Attachment.objects.bulk_create(
        Attachment(message=message, document=document, position=position)
        for position, document in enumerate(dict.fromkeys(documents), start=1)
    )


def _thread(request: EvidenceRequest) -> Thread:
    if request.thread is None:
        raise ValueError("a request that was sent has a conversation")
    return request.thread
