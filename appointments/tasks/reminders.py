"""Reminders before appointments. A module of its own: web processes import the others without Celery."""

from celery import shared_task
from django.utils import timezone

from appointments.domain.reminding import remind


@shared_task(name="appointments.remind")
def remind_of_appointments() -> int:
    """Remind of every appointment that comes near; returns of how many. Repeating it does no harm."""
    return remind(timezone.now())
