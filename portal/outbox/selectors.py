"""Reads of the outbox: for health figures, for pages that say "wird geprüft", for staff."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Min
from django.utils import timezone

from portal.outbox.models import OutboxMessage
from portal.outbox.models.message import OutboxMessageQuerySet


def oldest_open_age() -> timedelta | None:
    """Age of the oldest message that is neither done nor given up; None when nothing is open. The health figure."""
    oldest: datetime | None = OutboxMessage.objects.open().aggregate(oldest=Min("created_at"))["oldest"]
    return timezone.now() - oldest if oldest else None


def open_messages_for(subject_id: UUID) -> OutboxMessageQuerySet:
    """What is still to be done about this object, in the order it came up."""
    return OutboxMessage.objects.open().filter(subject_id=subject_id).order_by("id")


def dead_messages() -> OutboxMessageQuerySet:
    """What was given up and needs a human, the newest first."""
    return OutboxMessage.objects.dead()
