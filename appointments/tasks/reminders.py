"""Reminders before appointments, and what was agreed in them.

A module of its own: web processes import the others without Celery.
"""

from celery import shared_task
from django.utils import timezone

from appointments.domain.agreed import tell_agreed
from appointments.domain.reminding import remind


@shared_task(name="appointments.remind")
def remind_of_appointments() -> int:
    """Remind of every appointment that comes near; returns of how many. Repeating it does no harm."""
    return remind(timezone.now())


@shared_task(name="appointments.tell_agreed")
def tell_of_agreed_steps() -> int:
    """Put new agreed steps into the postbox, those of one appointment together; returns how many messages."""
    return tell_agreed(timezone.now())
