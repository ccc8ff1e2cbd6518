"""Who does nothing is signed out by the server; who works stays, but not for ever."""

import uuid

import pytest
from django.urls import reverse

from portal.accounts.enums import GUEST_STANDING
from portal.accounts.models import Session
from tests.factories.accounts import PASSWORD, StaffMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

START = "2026-11-26 14:00:00+01:00"
MINUTE = 60


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(START, tick=False)
    return time_machine


def is_in(client):
    return client.get("/konto/").status_code == 200


def sign_in(client, user, **fields):
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD, **fields})


@pytest.mark.parametrize(("fields", "minutes"), [({}, 30), ({"shared": "on"}, 10)])
def test_session_ends_after_idling(client, clock, fields, minutes):
    sign_in(client, UserFactory(), **fields)
    clock.shift(minutes * MINUTE - 1)
    assert is_in(client)
    clock.shift(minutes * MINUTE)
    assert not is_in(client)


def test_session_of_staff_ends_sooner(client, clock):
    client.force_login(UserFactory(is_staff=True))
    clock.shift(15 * MINUTE - 1)
    assert is_in(client)
    clock.shift(15 * MINUTE)
    assert not is_in(client)


def test_working_keeps_the_session_for_eight_hours(client, clock):
    sign_in(client, UserFactory())
    stays = []
    for _ in range(25):
        clock.shift(20 * MINUTE)
        stays.append(is_in(client))
    assert stays == [True] * 23 + [False] * 2


def test_page_says_until_when(client, clock):
    sign_in(client, UserFactory())
    clock.shift(5 * MINUTE)
    assert "Sie bleiben bis 14:35\xa0Uhr angemeldet." in client.get("/konto/").content.decode()


def test_page_near_the_end_names_the_end_of_the_eight_hours(client, clock):
    sign_in(client, UserFactory())
    for _ in range(23):
        clock.shift(20 * MINUTE)
        page = client.get("/konto/")
    assert "bis 22:00\xa0Uhr" in page.content.decode()


def test_visitor_reads_no_session_and_is_told_no_time(client, django_assert_num_queries):
    client.get("/kontakt/")
    page = client.get("/kontakt/")
    assert (page.context["session_ends_at"], client.cookies) == (None, {})
    assert "angemeldet." not in page.content.decode()
    assert "Seite schnell verlassen" in page.content.decode()


def test_request_of_somebody_signed_in_writes_nothing_for_two_minutes(client, clock, django_assert_num_queries):
    client.force_login(UserFactory())
    client.get("/konto/abmelden/")
    with django_assert_num_queries(1):  # the session, with its account
        client.get("/konto/abmelden/")
    clock.shift(2 * MINUTE)
    with django_assert_num_queries(3):
        client.get("/konto/abmelden/")


def test_who_becomes_staff_gets_the_shorter_limit_at_once(client, clock):
    user = UserFactory()
    sign_in(client, user)
    user.is_staff = True
    user.save()
    client.get("/konto/")
    clock.shift(16 * MINUTE)
    assert not is_in(client)


def test_staff_page_says_until_when(client, clock):
    client.force_login(StaffMembershipFactory().user)
    assert "angemeldet bis 14:15\xa0Uhr" in client.get(reverse("desk:index")).content.decode()


def test_session_of_before_gets_its_limits_with_the_next_request(client, clock):
    client.force_login(UserFactory())
    session = client.session
    for key in ("portal.started", "portal.idle"):
        del session[key]
    session.save()
    client.get("/konto/")
    clock.shift(31 * MINUTE)
    assert not is_in(client)


def test_blocked_account_is_out_with_its_next_request(client):
    user = UserFactory()
    sign_in(client, user)
    user.is_active = False
    user.save()
    assert client.get("/konto/").url == "/konto/anmelden/?next=/konto/"


def test_session_cookie_ends_with_the_browser(client):
    sign_in(client, UserFactory())
    assert client.cookies["sessionid"]["max-age"] == ""
    assert Session.objects.count() == 1


def test_visit_of_a_guest_ends_after_idling(client, clock):
    session = client.session
    session[GUEST_STANDING] = str(uuid.uuid4())
    session.save()
    client.cookies["sessionid"] = session.session_key
    assert "bis 14:30\xa0Uhr" in client.get("/kontakt/").content.decode()
    clock.shift(30 * MINUTE)
    client.get("/kontakt/")
    assert GUEST_STANDING not in client.session
