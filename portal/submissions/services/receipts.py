"""Hand out the two files of a receipt."""

from collections.abc import Iterator

from portal.audit.services import record
from portal.cases.models import Actor
from portal.documents.models import StoredFile
from portal.documents.services import open_file
from portal.submissions import events
from portal.submissions.errors import ReceiptNotReady
from portal.submissions.models import Submission


def open_confirmation(*, actor: Actor, submission: Submission) -> tuple[StoredFile, Iterator[bytes]]:
    """The Eingangsbestätigung and its content; the look is audited. Raises ReceiptNotReady.

    The submission comes from ``submissions_visible_to(actor)``.
    """
    stored = submission.receipt.confirmation
    if stored is None:
        raise ReceiptNotReady
    pieces = open_file(stored)
    record(actor, events.RECEIPT_OPENED, subject=submission, case_id=submission.case_id)
    return stored, pieces


def open_copy(*, actor: Actor, submission: Submission) -> tuple[StoredFile, Iterator[bytes]]:
    """The Kopie Ihrer Angaben and its content; the look is audited. Raises ReceiptNotReady."""
    stored = submission.receipt.copy
    if stored is None:
        raise ReceiptNotReady
    pieces = open_file(stored)
    record(actor, events.COPY_OPENED, subject=submission, case_id=submission.case_id)
    return stored, pieces


def note_receipt_opened(*, actor: Actor, submission: Submission) -> None:
    """Write to the audit trail that the confirmation page was looked at."""
    record(actor, events.RECEIPT_OPENED, subject=submission, case_id=submission.case_id)
