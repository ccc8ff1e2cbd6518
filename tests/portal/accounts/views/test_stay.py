import pytest

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

STAY = "/konto/angemeldet-bleiben/"


def test_staying_pushes_the_end_back_and_says_until_when(client, time_machine):
    time_machine.move_to("2026-11-26 14:00:00+01:00", tick=False)
    client.force_login(UserFactory())
    time_machine.shift(26 * 60)
    answer = client.post(STAY, headers={"Accept": "application/json"})
    assert answer.json() == {"seconds": 1800, "until": "Sie bleiben bis 14:56\xa0Uhr angemeldet."}


def test_staying_without_script_leads_to_the_account(client):
    client.force_login(UserFactory())
    assert client.post(STAY).url == "/konto/"


def test_staying_is_too_late_after_the_end(client):
    assert client.post(STAY, headers={"Accept": "application/json"}).url == "/konto/"


def test_staying_is_asked_by_post_only(client):
    client.force_login(UserFactory())
    assert client.get(STAY).status_code == 405
