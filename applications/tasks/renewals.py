"""Reminders before a grant period ends."""

from celery import shared_task
from django.utils import timezone

from applications.domain.grant_period import remind_of_renewals as remind


@shared_task(name="applications.remind_of_renewals")
def remind_of_renewals() -> int:
    """Remind everybody whose period ends soon; returns how many. Repeating it does no harm."""
    return remind(timezone.now())
