"""Opening a thread."""

from django.db import transaction
from django.utils import timezone

from mailbox.events import MESSAGES_READ
from mailbox.models import Message, Thread
from portal.audit.services import record
from portal.cases.enums import CITIZEN_ROLES
from portal.cases.models import Actor


@transaction.atomic
def read_thread(*, actor: Actor, thread: Thread) -> list[Message]:
    """Return the messages of ``thread``, newest first, and mark those to the person as read when her side opens it.

    ``thread`` comes from ``threads_visible_to(actor)``. One audit event when something was new; staff leave no mark.
    """
    messages = list(thread.messages.order_by("-created_at", "-id"))
    if actor.is_citizen:
        new = [message for message in messages if message.read_at is None and message.sender_role not in CITIZEN_ROLES]
        if new and Message.objects.filter(pk__in=[message.pk for message in new], read_at=None).update(
            read_at=timezone.now()
        ):
            record(actor, MESSAGES_READ, subject=thread, case_id=thread.case_id)
    return messages
