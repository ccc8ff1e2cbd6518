"""The life of a receipt: announced with the submission, issued once its files are stored."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.models import system_actor
from portal.documents.services import store_file
from portal.outbox.services import publish
from portal.submissions import events
from portal.submissions.domain.receipt_files import make_receipt_files
from portal.submissions.models import Receipt, Submission

PDF = "application/pdf"
WORKER = "submissions.receipt"


@transaction.atomic
def issue_receipt(submission_id: UUID) -> Receipt:
    """Make and store both files unless that was done already; returns the receipt either way.

    Two workers at once: the second waits for the first and then finds it done.
    Raises Receipt.DoesNotExist; OSError when the disk is full.
    """
    receipt = Receipt.objects.select_for_update().get(submission_id=submission_id)
    if receipt.issued_at is not None:
        return receipt
    submission = (
        Submission.objects.select_related("receipt", "case", "person").prefetch_related("files").get(pk=submission_id)
    )
    made = make_receipt_files(submission)
    receipt.confirmation = store_file(made.confirmation, media_type=PDF)
    receipt.confirmation_sha256 = receipt.confirmation.sha256
    receipt.copy = store_file(made.copy, media_type=PDF)
    receipt.issued_at = timezone.now()
    receipt.save(update_fields=["confirmation", "confirmation_sha256", "copy", "issued_at"])
    record(system_actor(WORKER), events.RECEIPT_ISSUED, subject=submission, case_id=submission.case_id)
    publish("receipt.issued", submission_id)
    return receipt
