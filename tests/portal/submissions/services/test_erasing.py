import pytest

from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.cases.models import system_actor
from portal.documents.models import StoredFile
from portal.submissions.models import Receipt, Submission, SubmittedFile
from portal.submissions.services import erase_submissions
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import DocumentFactory
from tests.factories.stores import local_path
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


def test_what_was_handed_in_goes_with_receipt_and_files(django_capture_on_commit_callbacks):
    case = CaseFactory()
    document = DocumentFactory(case=case)
    submission = SubmissionFactory(case=case, documents=(document,), issued=True)
    other = SubmissionFactory()
    confirmation = local_path(Receipt.objects.get(submission=submission).confirmation)

    with django_capture_on_commit_callbacks(execute=True):
        assert erase_submissions(actor=system_actor("test"), case=case) == 1

    assert list(Submission.objects.all()) == [other]
    assert not SubmittedFile.objects.exists()
    assert set(StoredFile.objects.all()) == {document.stored, document.normalised}
    assert not confirmation.exists()
    assert AuditEvent.objects.filter(event="submission.erased", case_id=case.pk).count() == 1


def test_nobody_but_the_system_erases_submissions():
    submission = SubmissionFactory()

    with pytest.raises(NotPermitted):
        erase_submissions(actor=claimant_actor(submission.case), case=submission.case)
