"""What is made of a released document for the viewer. Idempotent: what is there is not made again."""

from uuid import UUID

from portal.documents.domain import reading


def read_pages(subject_id: UUID) -> None:
    """Handle ``document.released`` and ``document.pages_left``: pictures and text of some more pages."""
    reading.read_pages(subject_id)
