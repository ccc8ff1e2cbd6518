"""Work after something came in. The proof first, by itself: a copy that is late or fails never holds it up."""

from uuid import UUID

from portal.submissions.domain.receipt import issue_confirmation, keep_copy


def render_receipt(submission_id: UUID) -> None:
    """Make the Eingangsbestätigung, with which the receipt is issued; a second run finds it and does nothing."""
    issue_confirmation(submission_id)


def render_copy(submission_id: UUID) -> None:
    """Make the Kopie der Angaben; a second run finds it and does nothing."""
    keep_copy(submission_id)
