import datetime

import pytest
from django.test import Client

from portal.accounts.models import User
from portal.audit.models import ActorKey
from tests.factories.accounts import PASSWORD, StaffMembershipFactory, UserFactory
from tests.factories.applications import DraftFactory

pytestmark = pytest.mark.django_db

PAGE = "/konto/schliessen/"


def test_page_warns_of_what_was_not_sent(client):
    draft = DraftFactory()
    client.force_login(draft.person.user)

    page = client.get(PAGE).content.decode()

    assert "Sie haben noch etwas nicht abgeschickt" in page
    assert "Antrag auf Grundsicherungsgeld, zuletzt gespeichert am" in page
    assert "Das bleibt beim Jobcenter" not in page


def test_page_says_what_goes_and_what_stays_and_how_to_go_on(client, household):
    client.force_login(household.user)

    page = client.get(PAGE).content.decode()

    for words in (
        "Ihr Anspruch auf Leistungen bleibt",
        "Das wird sofort gelöscht",
        "1 Person, die Ihnen hier hilft, verliert sofort ihren Zugang.",
        "Das bleibt beim Jobcenter",
        "10 Jahre, nachdem der Fall zu Ende ist",
        "So geht es weiter",
        "/konto/datenkopie/",
    ):
        assert words in page


def test_closing_ends_every_session_and_leaves_nothing_in_the_browser(client):
    user = UserFactory()
    client.force_login(user)

    response = client.post(PAGE)

    assert (response.status_code, response.headers["Location"]) == (302, "/konto/geschlossen/")
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not User.objects.exists()
    assert not ActorKey.objects.filter(user_id=user.pk).exists()
    assert "Das Konto ist geschlossen" in client.get("/konto/geschlossen/").content.decode()
    assert client.get("/konto/").headers["Location"].startswith("/konto/anmelden/")


def test_other_device_is_signed_out_by_the_next_click(client, household):
    other = Client()
    for browser in (client, other):
        browser.force_login(household.user)
    client.post(PAGE)

    assert other.get("/konto/").headers["Location"].startswith("/konto/anmelden/")


def test_nobody_signs_in_to_a_closed_account(client, household):
    client.force_login(household.user)
    client.post(PAGE)

    answer = client.post("/konto/anmelden/", {"login": "miriam@example.org", "password": PASSWORD})

    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_same_address_registers_anew(client, household):
    client.force_login(household.user)
    client.post(PAGE)

    client.post("/konto/registrieren/", {"email": "miriam@example.org", "password1": PASSWORD})

    assert User.objects.get(email="miriam@example.org").pk != household.user.pk


def test_member_of_staff_is_told_whom_to_ask(client):
    membership = StaffMembershipFactory()
    StaffMembershipFactory(jobcenter=membership.jobcenter, administrator=True, display_name="Frau Winter")
    client.force_login(membership.user)

    assert "Frau Winter" in client.get(PAGE).content.decode()
    assert client.post(PAGE).status_code == 409
    assert User.objects.filter(pk=membership.user.pk, is_active=True).exists()


def test_later_the_person_proves_once_more_who_she_is(client, time_machine):
    time_machine.move_to("2026-11-20T10:00+01:00", tick=False)
    client.force_login(UserFactory())
    time_machine.shift(datetime.timedelta(minutes=10))

    assert client.post(PAGE).headers["Location"].startswith("/konto/erneut-anmelden/")
    assert User.objects.filter(is_active=True).count() == 1


def test_closed_page_is_open_to_everybody_and_names_nobody(client):
    assert client.get("/konto/geschlossen/").status_code == 200
