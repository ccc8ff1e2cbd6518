"""Staff without a second factor are led to one and come back."""

import pytest
from django.test import Client

from tests.browser import app_code
from tests.factories.accounts import APP_SECRET, PASSWORD, StaffMembershipFactory, UserFactory
from tests.soft_passkey import SoftPasskey

pytestmark = pytest.mark.django_db

DESK = "/verwaltung/antraege/"


@pytest.fixture
def by_password():
    """A browser whose sign-in has seen no second factor."""
    return Client()


def test_staff_sign_in_takes_password_and_app(by_password):
    user = StaffMembershipFactory().user
    first = by_password.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD, "next": DESK})
    assert by_password.post(first.url, {"code": app_code(APP_SECRET)}).url == DESK
    assert by_password.get(DESK).status_code == 200


def test_staff_without_any_second_factor_are_led_to_setting_one_up(by_password):
    by_password.force_login(StaffMembershipFactory(user__app=False).user)
    answer = by_password.get(DESK)
    assert answer.url == "/konto/sicherheit/"
    assert [str(message) for message in by_password.get(answer.url).context["messages"]] == [
        "Für die Verwaltung brauchen Sie einen zweiten Faktor. Richten Sie hier eine App oder einen Passkey ein."
    ]


@pytest.mark.django_db(transaction=True)  # allauth tells of a new factor after the commit
def test_after_setting_one_up_the_way_leads_back_to_the_desk(by_password):
    by_password.force_login(StaffMembershipFactory(user__app=False).user)
    by_password.get(DESK)
    assert by_password.get("/konto/sicherheit/").context["way_back"] == ""
    secret = by_password.get("/konto/sicherheit/app/einrichten/").context["form"].secret
    codes = by_password.post("/konto/sicherheit/app/einrichten/", {"code": app_code(secret)}).url
    assert by_password.get(codes).context["way_back"] == DESK
    assert by_password.get(DESK).status_code == 200
    assert by_password.get("/konto/sicherheit/").context["way_back"] == ""


def test_session_that_has_not_seen_the_app_is_asked_for_it(by_password):
    by_password.force_login(StaffMembershipFactory().user)
    asked = by_password.get(DESK).url
    assert asked == "/konto/erneut-anmelden/app/?next=%2Fverwaltung%2Fantraege%2F"
    assert by_password.post(asked, {"code": app_code(APP_SECRET)}).url == DESK
    assert by_password.get(DESK).status_code == 200


def test_session_that_has_not_seen_the_passkey_is_asked_for_it(by_password):
    user = StaffMembershipFactory(user__app=False).user
    SoftPasskey().belong_to(user)
    by_password.force_login(user)
    assert by_password.get(DESK).url == "/konto/erneut-anmelden/passkey/?next=%2Fverwaltung%2Fantraege%2F"


def test_password_once_more_is_no_second_factor(by_password):
    by_password.force_login(StaffMembershipFactory().user)
    by_password.post(f"/konto/erneut-anmelden/?next={DESK}", {"password": PASSWORD})
    assert by_password.get(DESK).status_code == 302


def test_second_factor_of_one_account_does_not_count_for_the_next(client):
    client.force_login(StaffMembershipFactory().user)
    assert client.get(DESK).status_code == 200
    Client.force_login(client, StaffMembershipFactory().user)
    assert client.get(DESK).status_code == 302


def test_staff_who_come_from_nowhere_begin_at_the_desk(by_password):
    user = StaffMembershipFactory().user
    first = by_password.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    assert by_password.post(first.url, {"code": app_code(APP_SECRET)}).url == "/verwaltung/"


def test_everybody_else_begins_at_the_start_page(by_password):
    user = UserFactory()
    assert by_password.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD}).url == "/"
