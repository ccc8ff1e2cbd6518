import pytest
from django.urls import reverse
from django.utils import timezone

from portal.documents.services import mark_handed_in
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import DocumentFactory
from tests.factories.stores import names_in_store

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(client):
    case = CaseFactory()
    actor = claimant_actor(case)
    client.force_login(case.persons.get(user_id=actor.user_id).user)
    return case


def remove(client, document, **data):
    return client.post(reverse("documents:remove", args=[document.pk]), data)


def test_list_shows_name_pages_and_state(client, case):
    DocumentFactory(case=case, name="<b>Auszug</b>.pdf", pages=3)

    html = client.get(reverse("documents:list")).content.decode()

    assert "3 Seiten, " in html
    assert "b&gt;.pdf" in html
    assert "Noch nicht abgeschickt" in html


@pytest.mark.parametrize("rows", [1, 3])
def test_list_asks_the_same_number_of_questions(client, case, rows, django_assert_max_num_queries):
    DocumentFactory.create_batch(rows, case=case)

    with django_assert_max_num_queries(9):
        client.get(reverse("documents:list"))


def test_removed_document_leaves_the_list(client, case):
    document = DocumentFactory(case=case)

    response = remove(client, document, next="/antrag/x/")

    assert (response.status_code, response.headers["Location"]) == (302, "/antrag/x/")
    assert document.original_name not in client.get(reverse("documents:list")).content.decode()


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "\\\\evil.example", "javascript:alert(1)", ""]
)
def test_way_back_stays_in_the_portal(client, case, wanted):
    response = remove(client, DocumentFactory(case=case), next=wanted)

    assert response.headers["Location"] == reverse("documents:list")


def test_sent_document_stays_with_an_explanation(client, case):
    document = DocumentFactory(case=case)
    mark_handed_in(documents=[document], at=timezone.now())

    html = client.post(reverse("documents:remove", args=[document.pk]), follow=True).content.decode()

    assert "Diese Datei haben Sie schon abgeschickt." in html
    assert document.original_name in html


def test_document_of_others_cannot_be_removed(client, case):
    document = DocumentFactory()

    assert remove(client, document).status_code == 404
    assert document.stored.name in names_in_store()


def test_removing_needs_post(client, case):
    document = DocumentFactory(case=case)

    assert client.get(reverse("documents:remove", args=[document.pk])).status_code == 405
