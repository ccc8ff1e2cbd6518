"""After the checks: what is missing becomes a request that waits for somebody to send it."""

from uuid import UUID

from applications.models import Application


def draft_missing_papers(subject_id: UUID) -> None:
    """Handle ``application.checked``: prepare a request from the findings, once. Idempotent."""
    from applications.domain import evidence_draft  # noqa: PLC0415 -- the web only needs the name of this task

    known = Application.objects.select_related("submission", "person", "case__jobcenter", "follows__submission")
    evidence_draft.draft_missing_papers(known.get(pk=subject_id))
