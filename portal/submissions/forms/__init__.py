"""Forms of the public check."""

from portal.submissions.forms.verification import VerificationForm

__all__ = ["VerificationForm"]
