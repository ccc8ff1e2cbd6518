import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

DEVICES = "/konto/geraete/"
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0"


def signed_in(user, browser):
    client = Client(HTTP_USER_AGENT=browser)
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    return client


def test_devices_are_listed_in_plain_words(time_machine):
    time_machine.move_to("2026-11-25 10:00:00+01:00", tick=False)
    user = UserFactory()
    there = signed_in(user, ANDROID)
    time_machine.shift(5 * 60)
    there.get("/konto/")
    here = signed_in(user, WINDOWS)
    lines = here.get(DEVICES).context["lines"]
    assert [(line["name"], line["is_this"], line["last_seen"]) for line in lines] == [
        ("Firefox auf Windows", True, "heute, 10:05\xa0Uhr"),
        ("Chrome auf Android", False, "heute, 10:05\xa0Uhr"),
    ]


def test_time_of_another_day_is_named_with_its_date(time_machine):
    time_machine.move_to("2026-11-25 23:55:00+01:00", tick=False)
    user = UserFactory()
    signed_in(user, ANDROID)
    time_machine.shift(10 * 60)
    lines = signed_in(user, WINDOWS).get(DEVICES).context["lines"]
    assert lines[1]["last_seen"] == "25.\xa0November 2026, 23:55\xa0Uhr"


def test_address_of_the_network_is_neither_stored_nor_shown():
    client = signed_in(UserFactory(), ANDROID)
    assert "127.0.0.1" not in client.get(DEVICES).content.decode()
    assert UserSession.objects.get().ip == "0.0.0.0"  # noqa: S104 -- not a socket


@pytest.mark.parametrize("number", [1, 5])
def test_page_takes_the_same_queries_for_one_and_many(number, django_assert_num_queries):
    user = UserFactory()
    clients = [signed_in(user, ANDROID) for _ in range(number)]
    clients[0].get(DEVICES)
    with django_assert_num_queries(3):  # the session with its account, both lists
        clients[0].get(DEVICES)


def test_one_device_is_signed_out():
    user = UserFactory()
    there, here = signed_in(user, ANDROID), signed_in(user, WINDOWS)
    number = here.get(DEVICES).context["lines"][1]["number"]
    page = here.post(DEVICES, {"sitzung": number}, follow=True)
    assert "1 Gerät ist abgemeldet." in page.content.decode()
    assert there.get("/konto/").status_code == 302
    assert here.get("/konto/").status_code == 200


def test_all_other_devices_are_signed_out():
    user = UserFactory()
    others = [signed_in(user, ANDROID) for _ in range(2)]
    here = signed_in(user, WINDOWS)
    page = here.post(DEVICES, {"alle": "1"}, follow=True)
    assert "2 Geräte sind abgemeldet." in page.content.decode()
    assert [other.get("/konto/").status_code for other in others] == [302, 302]


@pytest.mark.parametrize("number", ["", "abc", "-1", "999999", "²"])
def test_device_that_is_not_there_changes_nothing(number):
    user = UserFactory()
    there, here = signed_in(user, ANDROID), signed_in(user, WINDOWS)
    page = here.post(DEVICES, {"sitzung": number}, follow=True)
    assert "Dieses Gerät war schon abgemeldet." in page.content.decode()
    assert there.get("/konto/").status_code == 200


def test_device_of_somebody_else_is_not_signed_out():
    stranger = signed_in(UserFactory(), ANDROID)
    here = signed_in(UserFactory(), WINDOWS)
    here.post(DEVICES, {"sitzung": UserSession.objects.get(session_key=stranger.session.session_key).pk})
    assert stranger.get("/konto/").status_code == 200
