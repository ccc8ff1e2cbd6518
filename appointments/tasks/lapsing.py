"""Regular work of the appointments, for Celery's beat."""

from celery import shared_task
from django.utils import timezone

from appointments.domain.lapsing import release_lapsed
from appointments.domain.offers import lapse_offers


@shared_task(name="appointments.release_lapsed")
def release_lapsed_times() -> int:
    """Once a minute: end offers whose time to answer is over, give back what nobody took; returns how many of both."""
    now = timezone.now()
    return lapse_offers(now) + release_lapsed(now)
