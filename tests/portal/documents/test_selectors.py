import datetime
import io

import pytest
from django.utils import timezone

from portal.cases.enums import Role, Scope
from portal.cases.models import Actor
from portal.documents.enums import DocumentStatus, Review, ScannerState
from portal.documents.models import Document
from portal.documents.selectors import (
    by_every_id,
    documents_followed_by,
    documents_visible_to,
    just_sent,
    scanner_state,
    usable_documents,
    waiting_documents,
)
from portal.documents.services import join_documents, mark_handed_in, receive_document, remove_document
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.documents import DocumentFactory, make_pdf

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


def test_staff_see_what_was_handed_in_at_their_jobcenter_and_nothing_that_waits():
    document, other = DocumentFactory(), DocumentFactory()
    DocumentFactory(case=document.case, name="noch nicht abgeschickt.pdf")
    mark_handed_in(documents=[document, other], at=document.created_at)
    membership = StaffMembershipFactory(jobcenter=document.case.jobcenter)

    assert list(documents_visible_to(staff_actor(membership))) == [document]


def test_staff_see_what_the_office_made_and_citizens_do_not():
    document = DocumentFactory()
    Document.objects.update(is_from_office=True)
    membership = StaffMembershipFactory(jobcenter=document.case.jobcenter)

    assert list(documents_visible_to(staff_actor(membership))) == [document]
    assert list(documents_visible_to(claimant_actor(document.case))) == []


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


@pytest.fixture
def helping():
    return StandingFactory(helper=True, scopes=["upload"])


def send(standing):
    """Something the holder of the standing uploads for the person."""
    return receive_document(
        actor=helper_actor(standing), case=standing.case, person=None, upload=io.BytesIO(make_pdf()), name="Lohn.pdf"
    )


def test_who_may_only_upload_follows_what_they_have_just_sent_and_nothing_else(helping):
    mine = send(helping)
    send(StandingFactory(helper=True, person=helping.person, scopes=["upload"]))
    DocumentFactory(case=helping.case)

    assert list(just_sent(helper_actor(helping))) == [mine]
    assert list(documents_followed_by(helper_actor(helping))) == [mine]


def test_what_was_sent_long_ago_or_is_handed_in_is_followed_no_more(helping):
    old, handed_in = send(helping), send(helping)
    Document.objects.filter(pk=old.pk).update(created_at=timezone.now() - datetime.timedelta(minutes=61))
    mark_handed_in(documents=[handed_in], at=timezone.now())

    assert list(just_sent(helper_actor(helping))) == []


def test_person_follows_all_they_see():
    document = DocumentFactory()

    assert list(documents_followed_by(claimant_actor(document.case))) == [document]


def test_joined_document_is_found_by_its_files_and_its_place():
    case = CaseFactory()
    parts = DocumentFactory.create_batch(2, case=case)
    whole = join_documents(actor=claimant_actor(case), documents=parts, name="Mietvertrag.pdf")

    found = by_every_id(Document.objects.whole().with_parts())

    assert found == dict.fromkeys([str(whole.pk), *(str(part.pk) for part in parts)], whole)
