"""Reminders before a deadline."""

from celery import shared_task
from django.utils import timezone

from mailbox.domain.evidence_reminder import remind_of_deadlines


@shared_task(name="mailbox.remind_of_evidence")
def remind_of_evidence() -> int:
    """Remind of every deadline that is near; returns of how many. Repeating it does no harm."""
    return remind_of_deadlines(timezone.now())
