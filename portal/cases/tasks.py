"""Upkeep of standings."""

from celery import shared_task
from django.utils import timezone

from portal.cases.domain.periods import remind_of_ends


@shared_task(name="cases.remind_of_ends")
def remind_of_ending_standings() -> int:
    """Tell both sides once that a grant ends soon; returns how many. Repeating it does no harm."""
    return remind_of_ends(timezone.now())
