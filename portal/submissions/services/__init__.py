"""Use cases of the submissions app."""

from portal.submissions.services.receipts import note_receipt_opened, open_confirmation, open_copy
from portal.submissions.services.receiving import receive_submission

__all__ = ["note_receipt_opened", "open_confirmation", "open_copy", "receive_submission"]
