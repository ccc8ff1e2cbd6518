"""Regular work of the documents app, for Celery's beat."""

from typing import Any

from celery import shared_task
from celery.signals import worker_ready

from portal.documents.domain.hand_over import forget_hand_overs
from portal.documents.domain.pipeline import resume_stuck
from portal.documents.domain.scanner_watch import look
from portal.documents.domain.storage import remove_orphans
from portal.outbox.enums import Queue


@shared_task(name="documents.remove_orphans")
def remove_orphaned_files() -> int:
    """Once a day: remove encrypted files that no row knows; returns how many."""
    return remove_orphans()


@shared_task(name="documents.watch_scanner")
def watch_scanner() -> str:
    """Every minute, where the scanner can be reached: note how it is; returns the state."""
    return look().value


@shared_task(name="documents.forget_hand_overs")
def forget_old_hand_overs() -> int:
    """Once an hour: forget codes for the phone that ended more than a day ago; returns how many."""
    return forget_hand_overs()


@shared_task(name="documents.resume")
def resume_stuck_documents() -> int:
    """Every minute: go on with documents whose check stands still; returns how many."""
    return resume_stuck()


@worker_ready.connect
def watch_at_once(sender: Any, **_: Any) -> None:
    """The health page need not wait for beat's first minute when the document workers start."""
    if Queue.DOCUMENT.value in sender.app.amqp.queues.consume_from:
        watch_scanner.apply_async(queue=Queue.DOCUMENT.value, expires=60)
