"""Reminders before what was sent is deleted."""

from celery import shared_task
from django.utils import timezone

from applications.domain.copy_notice import remind_of_copies as remind


@shared_task(name="applications.remind_of_copies")
def remind_of_copies() -> int:
    """Tell everybody whose copies will soon go; returns how many. Repeating it tells nobody twice."""
    return remind(timezone.now())
