"""What follows when somebody asks for a copy."""

from uuid import UUID

from portal.leaving.domain import announcing, data_copy

COPY_TIME_LIMIT = 150  # seconds; with the outbox's grace below the visibility timeout of Celery's broker


def make_copy(subject_id: UUID) -> None:
    """Handle ``data_copy.requested``: put the copy together. Idempotent."""
    data_copy.make_copy(subject_id)


def announce_copy(subject_id: UUID) -> None:
    """Handle ``data_copy.ready``: tell the account by e-mail that something is there, not what. Idempotent."""
    announcing.announce_copy(subject_id)
