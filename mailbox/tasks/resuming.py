"""Regular work of the postbox, for Celery's beat."""

from celery import shared_task

from mailbox.domain import decision_notice


@shared_task(name="mailbox.resume_decision_notices")
def resume_decision_notices() -> int:
    """Every ten minutes: try again the notices of decisions that the outbox has given up; returns how many."""
    return decision_notice.resume_notices()
