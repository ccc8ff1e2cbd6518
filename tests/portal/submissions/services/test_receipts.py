import pytest

from portal.audit.models import AuditEvent
from portal.submissions.errors import ReceiptNotReady
from portal.submissions.models import Submission
from portal.submissions.services import open_confirmation, open_copy
from tests.factories.cases import claimant_actor
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


def last_event():
    return AuditEvent.objects.order_by("-id").values_list("event", flat=True).first()


@pytest.mark.parametrize(("opener", "event"), [(open_confirmation, "seen.receipt"), (open_copy, "seen.copy")])
def test_file_is_handed_out_and_audited(opener, event):
    submission = Submission.objects.get(pk=SubmissionFactory(issued=True).pk)

    stored, pieces = opener(actor=claimant_actor(submission.case), submission=submission)

    content = b"".join(pieces)
    assert (content[:5], len(content), last_event()) == (b"%PDF-", stored.size, event)


@pytest.mark.parametrize("opener", [open_confirmation, open_copy])
def test_file_that_is_not_made_yet_is_not_ready(opener):
    submission = SubmissionFactory()

    with pytest.raises(ReceiptNotReady):
        opener(actor=claimant_actor(submission.case), submission=submission)
