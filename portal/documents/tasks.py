"""Background work of the documents app."""

from celery import shared_task

from portal.documents.domain.storage import remove_orphans


@shared_task(name="documents.remove_orphans")
def remove_orphaned_files() -> int:
    """Once a day: remove encrypted files that no row knows; returns how many."""
    return remove_orphans()
