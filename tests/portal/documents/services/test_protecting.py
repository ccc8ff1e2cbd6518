import pytest
from django.db import transaction

from portal.audit.models import AuditEvent
from portal.cases.models import Actor
from portal.documents.domain import reading
from portal.documents.errors import NotAllowed
from portal.documents.models import Document, DocumentPage, StoredFile
from portal.documents.services import (
    decline_deletion,
    empty_document,
    mark_handed_in,
    propose_deletion,
    seal_document,
    unseal_document,
)
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.documents import DocumentFactory
from tests.factories.papers import make_text_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    document = DocumentFactory(content=make_text_pdf())
    mark_handed_in(documents=[document], at=document.created_at)
    with transaction.atomic():
        reading.read_pages(document.pk)
    document.refresh_from_db()
    return document


def staff_of(document, **fields) -> Actor:
    return staff_actor(StaffMembershipFactory(jobcenter=document.case.jobcenter, **fields))


def events(document):
    found = AuditEvent.objects.filter(case_id=document.case_id).order_by("id")
    return [
        event
        for event in found.values_list("event", flat=True)
        if event not in {"document.received", "document.released"}
    ]


def test_sealed_document_loses_what_was_made_of_its_pages(document, django_capture_on_commit_callbacks):
    page = DocumentPage.objects.get()
    page.fingerprint = "ff"
    page.save()

    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            seal_document(actor=staff_of(document), document=document)

    document.refresh_from_db()
    page = DocumentPage.objects.get()
    assert (document.is_restricted, document.sealed_at is None, events(document)) == (True, False, ["document.sealed"])
    assert (page.image, page.thumbnail, page.text, page.fingerprint) == (None, None, None, None)
    assert set(StoredFile.objects.values_list("kind", flat=True)) == {"upload", "clean"}


@pytest.mark.usefixtures("reading")
def test_seal_is_taken_off_by_who_may_open_it_and_pages_are_read_anew(document):
    seal_document(actor=staff_of(document), document=document)
    document.refresh_from_db()
    with pytest.raises(NotAllowed), transaction.atomic():
        unseal_document(actor=staff_of(document), document=document)
    OutboxMessage.objects.all().delete()

    unseal_document(actor=staff_of(document, opens_restricted=True), document=document)

    document.refresh_from_db()
    assert (document.is_restricted, OutboxMessage.objects.get().fact) == (False, "document.pages_left")


def test_what_is_restricted_by_its_class_stays_so():
    document = DocumentFactory(is_restricted=True)
    mark_handed_in(documents=[document], at=document.created_at)
    document.refresh_from_db()

    with pytest.raises(NotAllowed):
        unseal_document(actor=staff_of(document, opens_restricted=True), document=document)


def test_person_deletes_what_the_office_does_not_need(document, django_capture_on_commit_callbacks):
    person = claimant_actor(document.case)
    with pytest.raises(NotAllowed), transaction.atomic():
        empty_document(actor=person, document=document)
    propose_deletion(actor=staff_of(document), document=document)
    document.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            empty_document(actor=person, document=document)

    document.refresh_from_db()
    assert (StoredFile.objects.count(), DocumentPage.objects.count()) == (0, 0)
    assert (document.status, document.stored, document.normalised, document.pages) == ("removed", None, None, 1)
    assert (document.original_name, len(document.sha256), document.is_emptied) == ("Mietvertrag.pdf", 64, True)
    assert events(document) == ["document.deletion_proposed", "document.emptied"]


def test_person_keeps_it(document):
    propose_deletion(actor=staff_of(document), document=document)
    decline_deletion(actor=claimant_actor(document.case), document=document)

    document.refresh_from_db()
    assert (document.deletion_proposed_at, events(document)[-1]) == (None, "document.deletion_declined")


def test_staff_with_the_function_delete_at_the_persons_request(document):
    with pytest.raises(NotAllowed), transaction.atomic():
        empty_document(actor=staff_of(document), document=document)

    empty_document(actor=staff_of(document, opens_restricted=True), document=document)

    assert Document.objects.get(pk=document.pk).is_emptied is True


def test_others_protect_and_delete_nothing(document):
    propose_deletion(actor=staff_of(document), document=document)
    document.refresh_from_db()
    strangers = [
        staff_actor(StaffMembershipFactory(opens_restricted=True)),
        claimant_actor(CaseFactory()),
        helper_actor(
            StandingFactory(helper=True, person=PersonFactory(case=document.case, member=True), user=UserFactory())
        ),
    ]

    for actor in strangers:
        for deed in (seal_document, propose_deletion, empty_document):
            with pytest.raises(NotAllowed), transaction.atomic():
                deed(actor=actor, document=document)
