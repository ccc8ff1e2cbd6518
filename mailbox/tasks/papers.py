"""Piles of scanned papers."""

from uuid import UUID

from mailbox.domain import paper_piles


def read_pile(subject_id: UUID) -> None:
    """Handle ``paper_scan.received``: make it safe, and find the cover sheets in it. Idempotent."""
    paper_piles.read_pile(subject_id)
