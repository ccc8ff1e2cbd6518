"""Tables of the submissions app, and the typed content that every submission holds."""

from portal.submissions.models.content import Entry, Group, Section, SubmissionContent
from portal.submissions.models.receipt import Receipt
from portal.submissions.models.submission import Submission
from portal.submissions.models.submitted_file import SubmittedFile

__all__ = ["Entry", "Group", "Receipt", "Section", "Submission", "SubmissionContent", "SubmittedFile"]
