"""Work after something came in."""

from uuid import UUID

from portal.submissions.domain.receipt import issue_receipt


def render_receipt(submission_id: UUID) -> None:
    """Make both files of the receipt; a second run finds them and does nothing."""
    issue_receipt(submission_id)
