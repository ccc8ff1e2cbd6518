"""Regular work on summonses, for Celery's beat."""

from celery import shared_task

from appointments.domain import summons_notice


@shared_task(name="appointments.resume_summons_notices")
def resume_summons_notices() -> int:
    """Every ten minutes: try again the notices of summonses that the outbox has given up; returns how many."""
    return summons_notice.resume_notices()
