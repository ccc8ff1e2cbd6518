import pytest

from portal.documents.models import Document
from portal.documents.services import mark_handed_in, propose_deletion
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    document = DocumentFactory()
    mark_handed_in(documents=[document], at=document.created_at)
    document.refresh_from_db()
    propose_deletion(actor=staff_actor(StaffMembershipFactory(jobcenter=document.case.jobcenter)), document=document)
    return document


def signed_in(client, case):
    actor = claimant_actor(case)
    client.force_login(case.persons.get(user_id=actor.user_id).user)
    return client


def url(document):
    return f"/unterlagen/{document.pk}/nicht-gebraucht/"


def test_person_reads_what_deleting_means(client, document):
    page = signed_in(client, document.case).get(url(document)).content.decode()

    assert ("Wir brauchen das nicht. Sollen wir es löschen?" in page, "Mietvertrag.pdf" in page) == (True, True)


@pytest.mark.parametrize(("answer", "emptied"), [("delete", True), ("keep", False)])
def test_person_decides(client, document, answer, emptied):
    browser = signed_in(client, document.case)

    response = browser.post(url(document), {"answer": answer})

    assert (response.url, Document.objects.get().is_emptied) == ("/unterlagen/", emptied)
    assert browser.get(url(document)).status_code == 404


def test_others_are_not_asked(client, document):
    browser = signed_in(client, CaseFactory())

    assert (browser.get(url(document)).status_code, browser.post(url(document), {"answer": "delete"}).status_code) == (
        404,
        404,
    )


def test_unknown_answer_does_nothing(client, document):
    assert signed_in(client, document.case).post(url(document), {"answer": "maybe"}).status_code == 404
