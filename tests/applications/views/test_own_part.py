import pytest

from applications.models import OwnPartReply
from portal.cases.models import Person
from tests.factories.own_part import member_of_a_draft, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def household(client):
    draft, person = member_of_a_draft()
    client.force_login(person.user)
    return draft, person


def url(draft):
    return f"/antrag/{draft.pk}/mein-teil/"


def test_overview_leads_to_the_own_part(client, household):
    draft, _person = household

    assert f'href="{url(draft)}"' in client.get("/antrag/").content.decode()


@pytest.mark.parametrize("is_sent", [False, True])
def test_page_shows_the_own_part(client, household, is_sent):
    draft, person = household
    answers = {item["id"]: item for item in draft.answers["people"]["persons"]}
    if is_sent:
        sent(draft)

    page = client.get(url(draft)).content.decode()

    assert answers[person.answer_id]["first_name"] in page
    assert answers["c2"]["first_name"] not in page


def test_answer_is_kept(client, household):
    draft, person = household

    response = client.post(url(draft), {"was": "antwort", "verdict": "right"}, follow=True)

    assert OwnPartReply.objects.get().person == person
    assert "Ihre letzte Antwort: Das stimmt so." in response.content.decode()


def test_answer_without_reason_comes_back(client, household):
    draft, _person = household

    response = client.post(url(draft), {"was": "antwort", "verdict": "wrong"})

    assert "Bitte schreiben Sie, was nicht stimmt." in response.content.decode()


def test_own_post_on_and_off(client, household):
    draft, person = household

    client.post(url(draft), {"was": "eigene-post", "safe_contact": "bei der Schwester"})
    assert Person.objects.get(pk=person.pk).safe_contact == "bei der Schwester"
    client.post(url(draft), {"was": "gemeinsame-post"})
    assert Person.objects.get(pk=person.pk).wants_own_post_since is None


def test_too_long_a_way_comes_back(client, household):
    draft, person = household

    page = client.post(url(draft), {"was": "eigene-post", "safe_contact": "x" * 301}).content.decode()

    assert "x" * 301 in page
    assert Person.objects.get(pk=person.pk).wants_own_post_since is None


def test_unknown_button_changes_nothing(client, household):
    draft, _person = household

    assert client.post(url(draft), {"was": "alles"}).status_code == 302
    assert not OwnPartReply.objects.exists()


def test_missing_answer_never_stops_sending(household):
    draft, _person = household

    assert sent(draft).submission is not None


def test_foreign_household_is_not_found(client, household):
    foreign, _person = member_of_a_draft()

    assert client.get(url(foreign)).status_code == 404
