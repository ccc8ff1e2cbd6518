"""Reads of the outbox: for health figures and for staff."""

from datetime import datetime, timedelta

from django.db.models import Min
from django.utils import timezone

from portal.outbox.models import OutboxMessage
from portal.outbox.models.message import OutboxMessageQuerySet


def oldest_open_age() -> timedelta | None:
    """Age of the oldest message that is neither done nor given up; None when nothing is open. The health figure."""
    oldest: datetime | None = OutboxMessage.objects.open().aggregate(oldest=Min("created_at"))["oldest"]
    return timezone.now() - oldest if oldest else None


def dead_messages() -> OutboxMessageQuerySet:
    """What was given up and needs a human, the newest first."""
    return OutboxMessage.objects.dead()
