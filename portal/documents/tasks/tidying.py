"""Regular work of the documents app, for Celery's beat."""

from celery import shared_task

from portal.documents.domain.hand_over import forget_hand_overs
from portal.documents.domain.pipeline import resume_stuck
from portal.documents.domain.storage import remove_orphans


@shared_task(name="documents.remove_orphans")
def remove_orphaned_files() -> int:
    """Once a day: remove encrypted files that no row knows; returns how many."""
    return remove_orphans()


@shared_task(name="documents.forget_hand_overs")
def forget_old_hand_overs() -> int:
    """Once an hour: forget codes for the phone that ended more than a day ago; returns how many."""
    return forget_hand_overs()


@shared_task(name="documents.resume")
def resume_stuck_documents() -> int:
    """Every minute: go on with documents whose check stands still; returns how many."""
    return resume_stuck()
