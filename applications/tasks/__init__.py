"""Background work of the applications: take an id, load, call one domain function. The outbox calls and repeats it."""

from applications.tasks.changes import tell_of_change
from applications.tasks.checks import check_matter, run_checks
from applications.tasks.evidence import (
    follow_evidence_handed_in,
    follow_evidence_requested,
    follow_evidence_settled,
)
from applications.tasks.evidence_draft import draft_missing_papers

__all__ = [
    "check_matter",
    "draft_missing_papers",
    "follow_evidence_handed_in",
    "follow_evidence_requested",
    "follow_evidence_settled",
    "run_checks",
    "tell_of_change",
]
