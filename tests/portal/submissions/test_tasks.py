import pytest

from portal.documents.models import StoredFile
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from portal.submissions.models import Receipt
from portal.submissions.tasks import render_copy, render_receipt
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("task", "issued"), [(render_receipt, True), (render_copy, False)])
def test_task_delivered_twice_makes_one_file(task, issued):
    submission = SubmissionFactory()

    task(submission.pk)
    task(submission.pk)

    assert (StoredFile.objects.count(), Receipt.objects.get().issued_at is not None) == (1, issued)


@pytest.mark.django_db(transaction=True)
def test_outbox_leads_to_the_receipt():
    submission = SubmissionFactory()

    deliver_due()

    submission.receipt.refresh_from_db()
    assert None not in (submission.receipt.issued_at, submission.receipt.copy_id)
    done = OutboxMessage.objects.filter(fact="submission.received", done_at__isnull=False)
    assert set(done.values_list("handler", flat=True)) == {
        "submissions.tasks.render_receipt",
        "submissions.tasks.render_copy",
    }
