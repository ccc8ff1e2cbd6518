"""What goes with a case whose time to be kept is over."""

from django.db import transaction

from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case
from portal.documents.services import discard_file
from portal.submissions.events import SUBMISSION_ERASED
from portal.submissions.models import Receipt, Submission, SubmittedFile


@transaction.atomic
def erase_submissions(*, actor: Actor, case: Case) -> int:
    """Delete what was handed in, with receipts and their files; returns how many submissions.

    From then on the public check does not know their codes. What points to them has to be gone before. Raises
    NotPermitted for everybody but the system.
    """
    if not actor.is_system:
        raise NotPermitted(case.pk)
    receipts = list(Receipt.objects.filter(submission__case=case).select_related("confirmation", "copy"))
    Receipt.objects.filter(pk__in=[receipt.pk for receipt in receipts]).delete()
    for receipt in receipts:
        for stored in (receipt.confirmation, receipt.copy):
            if stored is not None:
                discard_file(stored)
    SubmittedFile.objects.filter(submission__case=case).delete()
    found = list(Submission.objects.filter(case=case).defer("content", "data").order_by("pk"))
    for submission in found:
        record(actor, SUBMISSION_ERASED, subject=submission, case_id=case.pk)
    Submission.objects.filter(case=case).delete()
    return len(found)
