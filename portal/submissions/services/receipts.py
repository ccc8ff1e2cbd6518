"""Hand out the two files of a receipt."""

from collections.abc import Iterator

from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.documents.models import StoredFile
from portal.documents.services import open_file
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
    note_seen(actor=actor, case_id=submission.case_id, shown=[Shown.RECEIPT], subject=submission)
    return stored, pieces


def open_copy(*, actor: Actor, submission: Submission) -> tuple[StoredFile, Iterator[bytes]]:
    """The Kopie Ihrer Angaben and its content; the look is audited. Raises ReceiptNotReady."""
    stored = submission.receipt.copy
    if stored is None:
        raise ReceiptNotReady
    pieces = open_file(stored)
    note_seen(actor=actor, case_id=submission.case_id, shown=[Shown.COPY], subject=submission)
    return stored, pieces
