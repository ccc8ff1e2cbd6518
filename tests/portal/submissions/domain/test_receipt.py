import hashlib

import pytest

from portal.audit.models import AuditEvent
from portal.documents.models import StoredFile
from portal.documents.services import open_file
from portal.outbox.models import OutboxMessage
from portal.submissions.domain.receipt import issue_confirmation, keep_copy
from portal.submissions.models import Receipt
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


def issue_both(submission):
    issue_confirmation(submission.pk)
    return keep_copy(submission.pk)


def test_issued_receipt_holds_both_files_and_the_hash():
    submission = SubmissionFactory()

    receipt = issue_both(submission)

    receipt = Receipt.objects.get(pk=receipt.pk)
    content = b"".join(open_file(receipt.confirmation))
    assert (content[:5], hashlib.sha256(content).hexdigest()) == (b"%PDF-", receipt.confirmation_sha256)
    assert b"".join(open_file(receipt.copy))[:5] == b"%PDF-"
    assert AuditEvent.objects.filter(event="receipt.issued", case_id=submission.case_id).count() == 1


def test_second_run_changes_nothing():
    submission = SubmissionFactory()
    first = issue_both(submission)

    second = issue_both(submission)

    assert (second.issued_at, second.confirmation_id, StoredFile.objects.count()) == (
        first.issued_at,
        first.confirmation_id,
        2,
    )
    assert AuditEvent.objects.filter(event="receipt.issued").count() == 1


def test_confirmation_alone_issues_the_receipt():
    submission = SubmissionFactory()

    receipt = issue_confirmation(submission.pk)

    assert (receipt.issued_at is not None, receipt.copy) == (True, None)
    assert OutboxMessage.objects.filter(fact="receipt.issued", subject_id=submission.pk).count() == 1


def test_copy_alone_issues_nothing():
    submission = SubmissionFactory()

    receipt = keep_copy(submission.pk)

    assert (receipt.copy is not None, receipt.issued_at) == (True, None)
    assert not OutboxMessage.objects.filter(fact="receipt.issued").exists()


@pytest.mark.parametrize("step", [issue_confirmation, keep_copy])
def test_unknown_submission_is_an_error(step):
    with pytest.raises(Receipt.DoesNotExist):
        step(SubmissionFactory().receipt.pk)
