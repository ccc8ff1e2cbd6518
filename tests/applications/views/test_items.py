import pytest
from django.urls import reverse

from applications.models import Draft
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.personas import P02, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return DraftFactory(answers=fresh(P02))


@pytest.fixture
def visitor(client, draft):
    client.force_login(draft.person.user)
    return client


def add_url(draft, slug="personen"):
    return reverse("applications:add", args=[draft.pk, slug])


def remove_url(draft, item, slug="personen"):
    return reverse("applications:remove", args=[draft.pk, slug, item])


def test_adding_a_person_leads_to_the_first_page_of_it(visitor, draft):
    response = visitor.post(add_url(draft))

    new = Draft.objects.get().answers["people"]["persons"][-1]
    assert list(new) == ["id"]
    assert response.url == reverse("applications:step", args=[draft.pk, f"person-{new['id']}"])


def test_added_income_belongs_to_its_person(visitor, draft):
    visitor.post(add_url(draft, "einkommen-c1"))

    assert Draft.objects.get().answers["work"]["incomes"][-1]["person"] == "c1"


def test_twenty_persons_are_enough(visitor, draft):
    draft.answers["people"]["persons"] += [{"id": f"x{number}", "first_name": None} for number in range(18)]
    draft.save()

    response = visitor.post(add_url(draft))

    assert response.url == reverse("applications:step", args=[draft.pk, "personen"])
    assert len(Draft.objects.get().answers["people"]["persons"]) == 20


def test_adding_twice_adds_once(visitor, draft):
    first, second = visitor.post(add_url(draft)), visitor.post(add_url(draft))

    assert first.url == second.url
    assert len(Draft.objects.get().answers["people"]["persons"]) == 3


def test_item_that_was_left_empty_on_purpose_is_not_taken_again(visitor, draft):
    first = visitor.post(add_url(draft))
    visitor.post(first.url, {"wizard-current_step": first.url.split("/")[-2], "go": "next"})

    assert visitor.post(add_url(draft)).url != first.url
    assert len(Draft.objects.get().answers["people"]["persons"]) == 4


def test_empty_item_of_somebody_else_is_left_alone(visitor, draft):
    visitor.post(add_url(draft, "einkommen-c1"))
    visitor.post(add_url(draft, "einkommen-c2"))

    assert [item["person"] for item in Draft.objects.get().answers["work"]["incomes"][-2:]] == ["c1", "c2"]


def test_removing_asks_first(visitor, draft):
    text = visitor.get(remove_url(draft, "c1")).content.decode()

    assert "„Ella“ entfernen?" in text
    assert "Ella" not in text.split("</title>")[0]
    assert len(Draft.objects.get().answers["people"]["persons"]) == 2


def test_removed_person_takes_along_what_hangs_on_it(visitor, draft):
    response = visitor.post(remove_url(draft, "c1"))

    answers = Draft.objects.get().answers
    assert response.url == reverse("applications:step", args=[draft.pk, "personen"])
    assert [person["id"] for person in answers["people"]["persons"]] == ["c2"]
    assert [income["id"] for income in answers["work"]["incomes"]] == ["i1", "i3"]
    assert [person["id"] for person in answers["work"]["people"]] == ["applicant", "c2"]


def test_removing_twice_is_the_same_as_once(visitor, draft):
    visitor.post(remove_url(draft, "c1"))
    visitor.post(remove_url(draft, "c1"))

    assert len(Draft.objects.get().answers["people"]["persons"]) == 1


@pytest.mark.parametrize("slug", ["name", "gibt-es-nicht", "fahrzeuge"])
def test_what_is_no_list_takes_no_items(visitor, draft, slug):
    assert visitor.post(add_url(draft, slug)).status_code == 404


def test_foreign_list_is_not_there(client, draft):
    client.force_login(UserFactory())

    assert client.post(add_url(draft)).status_code == 404
    assert client.post(remove_url(draft, "c1")).status_code == 404


def test_removing_says_what_else_goes_and_what_stays(visitor, draft):
    draft.answers["evidence"] = {"proofs": [{"id": "x", "class": "BIRTH_CERT", "about": "c1", "documents": ["d"]}]}
    draft.save()

    text = visitor.get(remove_url(draft, "c1")).content.decode()

    assert "<li>Antworten im Abschnitt „Arbeit und Einkommen“</li>" in text
    assert "<li>Geburtsurkunde</li>" in text
    assert "Dann sieht sie ihren Teil in diesem Antrag nicht mehr." in text
