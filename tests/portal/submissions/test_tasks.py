import pytest

from portal.documents.models import StoredFile
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from portal.submissions.models import Receipt
from portal.submissions.tasks import render_receipt
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


def test_task_delivered_twice_makes_one_receipt():
    submission = SubmissionFactory()

    render_receipt(submission.pk)
    render_receipt(submission.pk)

    assert (StoredFile.objects.count(), Receipt.objects.get().issued_at is not None) == (2, True)


@pytest.mark.django_db(transaction=True)
def test_outbox_leads_to_the_receipt():
    submission = SubmissionFactory()

    deliver_due()

    submission.receipt.refresh_from_db()
    assert submission.receipt.issued_at is not None
    assert OutboxMessage.objects.filter(handler="submissions.tasks.render_receipt", done_at__isnull=True).count() == 0
