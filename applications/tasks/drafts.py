"""Upkeep of drafts."""

from celery import shared_task
from django.utils import timezone

from applications.domain.draft_answers import clear_expired_drafts
from applications.domain.expiry_notice import tell_of_expiry


@shared_task(name="applications.expire_drafts")
def expire_drafts() -> int:
    """Clear drafts whose time is over; returns how many. Repeating it does no harm."""
    return clear_expired_drafts(now=timezone.now())


@shared_task(name="applications.remind_of_drafts")
def remind_of_drafts() -> int:
    """Tell people whose drafts will soon be cleared; returns how many. Repeating it tells nobody twice."""
    return tell_of_expiry(now=timezone.now())
