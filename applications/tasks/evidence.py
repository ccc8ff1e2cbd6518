"""The application a request for evidence is about goes along with it."""

from uuid import UUID

from applications.domain.evidence_news import follow_request
from applications.enums import ApplicationStatus


def follow_evidence_requested(subject_id: UUID) -> None:
    """Handle ``evidence.requested``: papers are asked for. Idempotent, like all here."""
    follow_request(subject_id, ApplicationStatus.DOCUMENTS_REQUESTED)


def follow_evidence_handed_in(subject_id: UUID) -> None:
    """Handle ``evidence.handed_in``: the person has said something to everything."""
    follow_request(subject_id, ApplicationStatus.DOCUMENTS_RECEIVED)


def follow_evidence_settled(subject_id: UUID) -> None:
    """Handle ``evidence.settled``: nothing is missing any more."""
    follow_request(subject_id, ApplicationStatus.DOCUMENTS_RECEIVED)
