"""The confirmation page, the two files, the public check."""

from portal.submissions.views.confirmation import ConfirmationView, SheetView, confirmation_with_code
from portal.submissions.views.files import ConfirmationFileView, CopyFileView
from portal.submissions.views.verification import VerificationFormView, VerificationView

__all__ = [
    "ConfirmationFileView",
    "ConfirmationView",
    "CopyFileView",
    "SheetView",
    "VerificationFormView",
    "VerificationView",
    "confirmation_with_code",
]
