"""How something gets into the postbox: once, whatever a worker repeats."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from mailbox.enums import MessageKind
from mailbox.events import NOTICE_POSTED, RECEIPT_POSTED
from mailbox.models import Message, Thread
from portal.audit.services import record
from portal.cases.domain.addressee import addressees
from portal.cases.enums import Role
from portal.cases.models import Person, system_actor
from portal.cases.selectors import representing
from portal.outbox.services import publish
from portal.submissions.models import Submission


def post_receipt(submission: Submission) -> Message:
    """Put the receipt of ``submission`` into the postbox of its person and return the message.

    The message is only the cover: the thread page links the receipt itself. Publishes ``message.posted`` when new.
    A message of the person stands in its thread already, with the way to its receipt: nothing is posted, nobody told.
    """
    own = Message.objects.filter(submission=submission).first()
    if own is not None:
        return own
    with transaction.atomic():
        thread, _created = Thread.objects.get_or_create(
            submission=submission,
            defaults={
                "case_id": submission.case_id,
                "person_id": submission.person_id,
                "is_own_post": submission.is_own_post,
                "subject": _("Eingangsbestätigung: %(title)s") % {"title": submission.title},
            },
        )
        message, created = Message.objects.get_or_create(
            key=f"receipt:{submission.pk}",
            defaults={
                "thread": thread,
                "kind": MessageKind.RECEIPT,
                "sender_role": Role.SYSTEM,
                "addressed_to": representatives_of(submission.person_id, submission.case_id),
            },
        )
        if created:
            record(system_actor("mailbox.receipt"), RECEIPT_POSTED, subject=message, case_id=submission.case_id)
            publish("message.posted", message.pk)
    return message


def post_notice(
    *, case_id: UUID, person_id: UUID, subject: str, body: str, key: str, is_announced: bool = True
) -> Message:
    """Put a text of the portal into the postbox, in a thread of its own, once per ``key``; return the message.

    ``subject`` stands in the clear and names a kind of matter only. ``is_announced``: publishes ``message.posted`` when
    new, so that an e-mail says that something is there; False where another notice says it.
    """
    with transaction.atomic():
        known = Message.objects.filter(key=key).first()
        if known is not None:
            return known
        thread = begin_thread(Person.objects.get(pk=person_id), subject=subject)
        message = Message.objects.create(
            thread=thread,
            kind=MessageKind.NOTICE,
            sender_role=Role.SYSTEM,
            body=body,
            key=key,
            addressed_to=representatives_of(person_id, case_id),
        )
        record(system_actor("mailbox.notice"), NOTICE_POSTED, subject=message, case_id=case_id)
        if is_announced:
            publish("message.posted", message.pk)
    return message


def begin_thread(person: Person, *, subject: str, **facts: Any) -> Thread:
    """A conversation of this person; own post from the beginning where she wants that, also when she wants no more."""
    is_own_post = person.wants_own_post_since is not None
    return Thread.objects.create(
        case_id=person.case_id, person=person, subject=subject, is_own_post=is_own_post, **facts
    )


def keep_to_person(thread: Thread, submission: Submission) -> None:
    """A conversation with something of somebody's own post in it is theirs alone from now on, whoever began it."""
    if submission.is_own_post and not thread.is_own_post:
        thread.is_own_post = True
        thread.save(update_fields=["is_own_post"])


def representatives_of(person_id: UUID, case_id: UUID) -> list[UUID]:
    """Whom the office must address instead of the person at this moment (§ 13 (3) SGB X)."""
    return [standing.pk for standing in addressees(representing(person_id, case_id)).representatives]
