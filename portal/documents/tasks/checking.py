"""What happens to an upload. Idempotent: a step that was taken already is not taken again."""

from uuid import UUID

from portal.documents.domain import joining, pipeline


def scan(subject_id: UUID) -> None:
    """Handle ``document.received``: look for malware."""
    pipeline.scan_document(subject_id)


def prepare(subject_id: UUID) -> None:
    """Handle ``document.scanned``: make the plain PDF and release it."""
    pipeline.prepare_document(subject_id)


def join_parts(subject_id: UUID) -> None:
    """Handle ``document.released``, ``.refused`` and ``.arranged``: put parts together once all are checked."""
    joining.join_when_ready(subject_id)
