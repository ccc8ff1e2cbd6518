"""Opening a thread."""

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone

from mailbox.events import MESSAGES_OPENED, MESSAGES_READ
from mailbox.models import Attachment, Message, Thread
from portal.audit.services import record
from portal.cases.enums import CITIZEN_ROLES
from portal.cases.models import Actor
from portal.documents.models import Document


@transaction.atomic
def read_thread(*, actor: Actor, thread: Thread) -> list[Message]:
    """Return the messages of ``thread``, newest first, with their files, and mark what the actor's side had not opened.

    Her side opens what the office or the portal wrote; staff open what she or somebody for her wrote, and the person
    sees since when. ``thread`` comes from ``threads_visible_to(actor)``. One audit event when something was new.
    """
    documents = Document.objects.select_related("stored", "normalised").with_notes().with_parts()
    files = Attachment.objects.order_by("position").prefetch_related(Prefetch("document", documents))
    with_all = thread.messages.select_related("author", "submission").prefetch_related(Prefetch("attachments", files))
    messages = list(with_all.order_by("-created_at", "-id"))
    new = [message.pk for message in messages if message.read_at is None and _is_for(actor, message)]
    if new and Message.objects.filter(pk__in=new, read_at=None).update(read_at=timezone.now()):
        event = MESSAGES_OPENED if actor.is_staff else MESSAGES_READ
        record(actor, event, subject=thread, case_id=thread.case_id)
    return messages


def _is_for(actor: Actor, message: Message) -> bool:
    """Whether the actor is on the receiving side. The system is on none."""
    from_citizens = message.sender_role in CITIZEN_ROLES
    return from_citizens if actor.is_staff else actor.is_citizen and not from_citizens
