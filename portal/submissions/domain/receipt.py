"""The life of a receipt: announced with the submission, issued once its confirmation is stored; the copy follows.

Rendering happens before the row is locked, so that nobody waits for it. When two workers render the same file, the
second finds the row done and lets its own go.
"""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.models import system_actor
from portal.documents.services import store_file
from portal.outbox.services import publish
from portal.submissions import events
from portal.submissions.domain.receipt_files import make_confirmation, make_copy
from portal.submissions.models import Receipt, Submission

PDF = "application/pdf"
WORKER = "submissions.receipt"

Making = Callable[[Submission], bytes]


@transaction.atomic
def issue_confirmation(submission_id: UUID, *, make: Making = make_confirmation) -> Receipt:
    """Make and store the Eingangsbestätigung unless that was done already; returns the receipt either way.

    ``make`` gives the PDF. With it the receipt is issued: audit event, and ``receipt.issued`` for the postbox.
    Raises Receipt.DoesNotExist; OSError when the disk is full.
    """
    if (done := Receipt.objects.get(submission_id=submission_id)).issued_at is not None:
        return done
    submission = _submission(submission_id)
    content = make(submission)
    receipt = Receipt.objects.select_for_update().get(submission_id=submission_id)
    if receipt.issued_at is not None:
        return receipt
    receipt.confirmation = store_file(content, media_type=PDF)
    receipt.confirmation_sha256 = receipt.confirmation.sha256
    receipt.issued_at = timezone.now()
    receipt.save(update_fields=["confirmation", "confirmation_sha256", "issued_at"])
    record(system_actor(WORKER), events.RECEIPT_ISSUED, subject=submission, case_id=submission.case_id)
    publish("receipt.issued", submission_id)
    return receipt


@transaction.atomic
def keep_copy(submission_id: UUID, *, make: Making = make_copy) -> Receipt:
    """Make and store the Kopie der Angaben unless that was done already; returns the receipt either way.

    ``make`` and errors as for ``issue_confirmation``.
    """
    if (done := Receipt.objects.get(submission_id=submission_id)).copy_id is not None:
        return done
    content = make(_submission(submission_id))
    receipt = Receipt.objects.select_for_update().get(submission_id=submission_id)
    if receipt.copy_id is None:
        receipt.copy = store_file(content, media_type=PDF)
        receipt.save(update_fields=["copy"])
    return receipt


def _submission(submission_id: UUID) -> Submission:
    found = Submission.objects.select_related("receipt", "case", "person").prefetch_related("files__document")
    return found.get(pk=submission_id)
