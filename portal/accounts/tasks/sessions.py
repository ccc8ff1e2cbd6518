"""Upkeep of sessions. A module of its own: web processes import the room, but need no Celery."""

from celery import shared_task
from django.utils import timezone

from portal.accounts.domain.ended_sessions import clear_ended_sessions


@shared_task(name="accounts.clear_sessions")
def clear_sessions() -> int:
    """Once a day: delete sessions that ended long ago; returns how many. Repeating it does no harm."""
    return clear_ended_sessions(now=timezone.now())
