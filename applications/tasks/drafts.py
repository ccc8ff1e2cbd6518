"""Upkeep of drafts."""

from celery import shared_task
from django.utils import timezone

from applications.domain.draft_answers import clear_expired_drafts


@shared_task(name="applications.expire_drafts")
def expire_drafts() -> int:
    """Clear drafts whose time is over; returns how many. Repeating it does no harm."""
    return clear_expired_drafts(now=timezone.now())
