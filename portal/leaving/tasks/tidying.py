"""Upkeep, once an hour."""

from celery import shared_task
from django.utils import timezone

from portal.leaving.domain.tidying import tidy_up


@shared_task(name="leaving.tidy_up")
def tidy() -> None:
    """Delete what has come to its end: copies, last addresses, cases in which nothing was ever sent. Idempotent."""
    tidy_up(now=timezone.now())
