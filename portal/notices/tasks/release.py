"""What beat runs: held-back notices whose time has come."""

from celery import shared_task
from django.utils import timezone

from portal.notices.domain.waiting import release_due


@shared_task(name="notices.release", acks_late=False)
def release() -> int:
    """Give the turn to what was held back and is due now."""
    return release_due(now=timezone.now())
