"""Celery's part: the repair run of the sealer."""

from celery import shared_task

from portal.audit.domain.anchoring import anchor_if_due
from portal.audit.domain.sealing import seal_all


@shared_task(name="audit.seal", acks_late=False)
def seal() -> None:
    """Seal what ``manage.py seal_audit`` has left, looking at the whole trail; normally there is nothing."""
    seal_all(thorough=True)
    anchor_if_due()
