import datetime

import pytest
from django.utils import timezone

from portal.cases.models import Standing
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.invitations import offered

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    return StandingFactory()


@pytest.fixture
def helping(own):
    until = timezone.now() + datetime.timedelta(days=90)
    return StandingFactory(helper=True, person=own.person, holder_name="Julia", valid_to=until)


def test_list_says_who_may_do_what_and_whom_one_has_asked(client_of, own, helping):
    offered(own, invitee_name="Mehmet")
    page = client_of(own.user).get("/hilfe/").content.decode()
    assert all(words in page for words in ("Julia", "Unterlagen schicken", "Mehmet", "Jemanden einladen"))
    assert "Um 6 Monate verlängern" not in page


def test_list_costs_the_same_for_one_and_for_many(client_of, own, helping, django_assert_max_num_queries):
    client = client_of(own.user)
    client.get("/hilfe/")
    for _number in range(5):
        StandingFactory(helper=True, person=own.person, holder_name="Jan")
        offered(own)
    with django_assert_max_num_queries(6):
        client.get("/hilfe/")


def test_what_ends_soon_is_extended_with_one_tap(client_of, own, helping):
    helping.valid_to = timezone.now() + datetime.timedelta(days=3)
    helping.save()
    client = client_of(own.user)
    assert "Um 6 Monate verlängern" in client.get("/hilfe/").content.decode()
    response = client.post(f"/hilfe/{helping.pk}/verlaengern/")
    assert response.headers["Location"] == f"/hilfe/{helping.pk}/"
    helping.refresh_from_db()
    assert helping.valid_to > timezone.now() + datetime.timedelta(days=180)


def test_page_of_a_helper_lists_what_was_done(client_of, own, helping):
    client_of(helping.user).post(f"/fuer/{own.case_id}/antrag/", {"form": "main_application"})
    page = client_of(own.user).get(f"/hilfe/{helping.pk}/").content.decode()
    assert "Entwurf begonnen" in page


def test_person_ends_the_help_at_once(client_of, own, helping):
    client, helper = client_of(own.user), client_of(helping.user)
    assert helper.get(f"/fuer/{own.case_id}/antrag/").status_code == 200
    assert "Soll Julia Ihnen nicht mehr helfen?" in client.get(f"/hilfe/{helping.pk}/beenden/").content.decode()
    assert client.post(f"/hilfe/{helping.pk}/beenden/").headers["Location"] == "/hilfe/"
    assert helper.get(f"/fuer/{own.case_id}/antrag/").status_code == 404
    assert "Früher" in client.get("/hilfe/").content.decode()


def test_helpers_of_others_are_not_there(client_of, helping):
    client = client_of(UserFactory())
    for page in ("", "beenden/"):
        assert client.get(f"/hilfe/{helping.pk}/{page}").status_code == 404
    for action in ("beenden/", "verlaengern/"):
        assert client.post(f"/hilfe/{helping.pk}/{action}").status_code == 404
    assert Standing.objects.get(pk=helping.pk).revoked_at is None


def test_helper_does_not_end_it_on_the_page_of_the_person(client_of, helping):
    assert client_of(helping.user).post(f"/hilfe/{helping.pk}/beenden/").status_code == 404


def test_empty_list_says_what_will_be_there(client_of, own):
    assert "Im Moment hilft Ihnen hier niemand." in client_of(own.user).get("/hilfe/").content.decode()


def test_what_a_court_has_decided_is_shown_and_not_for_the_person_to_end_or_extend(client_of, own):
    until = timezone.now() + datetime.timedelta(days=5)
    guardian = StandingFactory(helper=True, kind="guardian", person=own.person, holder_name="Frau Wolf", valid_to=until)
    client = client_of(own.user)
    page = client.get("/hilfe/").content.decode() + client.get(f"/hilfe/{guardian.pk}/").content.decode()
    assert "Frau Wolf" in page
    assert "beenden/" not in page
    assert "verlaengern/" not in page
    assert client.get(f"/hilfe/{guardian.pk}/beenden/").status_code == 404
    for action in ("beenden/", "verlaengern/"):
        assert client.post(f"/hilfe/{guardian.pk}/{action}").status_code == 404
