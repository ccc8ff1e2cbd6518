"""Use cases of the submissions app."""

from portal.submissions.services.erasing import erase_submissions
from portal.submissions.services.receipts import open_confirmation, open_copy
from portal.submissions.services.receiving import receive_submission

__all__ = ["erase_submissions", "open_confirmation", "open_copy", "receive_submission"]
