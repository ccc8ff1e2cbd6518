import pytest

from portal.cases.enums import Role, Scope
from portal.cases.models import Actor
from portal.documents.enums import DocumentStatus, Review, ScannerState
from portal.documents.models import Document
from portal.documents.selectors import documents_visible_to, scanner_state, usable_documents, waiting_documents
from portal.documents.services import mark_handed_in, remove_document
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db


def test_claimant_sees_own_documents_only():
    mine, _foreign = DocumentFactory(), DocumentFactory()

    assert list(documents_visible_to(claimant_actor(mine.case))) == [mine]


@pytest.mark.parametrize(
    ("scope", "seen"), [(Scope.FILL_IN, 1), (Scope.READ_POSTBOX, 1), (Scope.UPLOAD, 0), (Scope.APPOINTMENTS, 0)]
)
def test_helper_sees_documents_by_scope(scope, seen):
    document = DocumentFactory()
    helper = Actor(role=Role.HELPER, scopes={document.case_id: frozenset({scope})})

    assert documents_visible_to(helper).count() == seen


def test_staff_see_documents_of_their_jobcenter():
    document, _other = DocumentFactory(), DocumentFactory()
    membership = StaffMembershipFactory(jobcenter=document.case.jobcenter)

    assert list(documents_visible_to(staff_actor(membership))) == [document]


def test_removed_document_is_not_seen():
    document = DocumentFactory()
    actor = claimant_actor(document.case)
    remove_document(actor=actor, document=document)

    assert documents_visible_to(actor).count() == 0


def test_waiting_documents_leave_out_what_was_sent():
    case = CaseFactory()
    sent, waiting = DocumentFactory.create_batch(2, case=case)
    mark_handed_in(documents=[sent], at=sent.created_at)

    assert list(waiting_documents(claimant_actor(case), case_id=case.pk)) == [waiting]


def test_document_of_no_use_waits_and_is_not_usable():
    case = CaseFactory()
    good, refused, unusable = DocumentFactory.create_batch(3, case=case)
    Document.objects.filter(pk=refused.pk).update(status=DocumentStatus.REFUSED)
    Document.objects.filter(pk=unusable.pk).update(review=Review.UNUSABLE)
    actor = claimant_actor(case)

    assert list(usable_documents(actor, case_id=case.pk)) == [good]
    waiting = {document: document.is_usable for document in waiting_documents(actor, case_id=case.pk)}
    assert waiting == {good: True, refused: False, unusable: False}


def test_scanner_nobody_has_looked_at_is_away():
    assert scanner_state() is ScannerState.AWAY
