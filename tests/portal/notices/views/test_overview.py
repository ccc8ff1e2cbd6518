import datetime

import pytest

from portal.notices.enums import ConsentKind
from portal.notices.models import NoticeSettings
from portal.notices.selectors import held_kinds
from tests.factories.accounts import UserFactory
from tests.factories.consents import SOME_DAY, ConsentFactory, NoticeSettingsFactory, agreeing

pytestmark = pytest.mark.django_db
PAGE = "/konto/benachrichtigungen/"
CONSENT = f"{PAGE}einwilligung/"


@pytest.fixture
def user(client):
    user = UserFactory(email="anna@example.org")
    client.force_login(user)
    return user


def page(client):
    return client.get(PAGE).content.decode().replace("\xa0", " ")


def test_each_consent_stands_by_itself_with_its_way_back(client, user):
    ConsentFactory(user=user, given_at=datetime.datetime(2026, 11, 20, 9, 0, tzinfo=datetime.UTC))
    text = page(client)
    assert "Abschalten: Hinweise per E-Mail" in text
    assert "Eingewilligt am 20. November 2026" in text
    assert "Ja, ich möchte Bescheide hier im Portal bekommen und nicht mit der Post." in text
    assert "digital und Post" in text
    assert "SMS" not in text


def test_yes_and_no_by_one_tap(client, user):
    client.post(CONSENT, {"art": "decisions", "antwort": "ja"})
    assert held_kinds(user.pk) == {ConsentKind.ELECTRONIC_DECISIONS}
    answer = client.post(CONSENT, {"art": "decisions", "antwort": "nein"}, follow=True)
    assert held_kinds(user.pk) == frozenset()
    assert "„Bescheide elektronisch statt mit der Post“ ist aus." in answer.content.decode()


def test_no_to_the_question_is_remembered(client, user):
    answer = client.post(CONSENT, {"art": "email", "antwort": "nein", "weiter": "/antrag/"})
    assert answer["Location"] == "/antrag/"
    assert NoticeSettings.objects.get(user=user).asked_at is not None


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_way_back_leads_nowhere_else(client, user, target):
    assert client.post(CONSENT, {"art": "email", "antwort": "ja", "weiter": target})["Location"] == PAGE


@pytest.mark.parametrize("kind", ["", "sms", "everything"])
def test_what_is_not_offered_is_not_agreed_to(client, user, kind):
    client.post(CONSENT, {"art": kind, "antwort": "ja"})
    assert held_kinds(user.pk) == frozenset()


def test_without_a_confirmed_address_there_is_no_button(client):
    client.force_login(UserFactory(verified=False))
    text = page(client)
    assert "Dafür brauchen wir zuerst eine E-Mail-Adresse" in text
    assert 'name="antwort"' not in text


def test_e_mails_that_come_back_are_told(client, user):
    NoticeSettingsFactory(user=user, bounced_at=datetime.datetime(2026, 11, 20, 9, 0, tzinfo=datetime.UTC))
    text = page(client)
    assert "E-Mails an anna@example.org kommen seit dem 20. November 2026 zurück." in text
    assert "Bescheide schicken wir Ihnen so lange mit der Post." in text


def test_rest_and_discretion_are_saved(client, user):
    data = {"quiet_from": "22:00", "quiet_until": "07:00", "is_discreet": "on"}
    answer = client.post(PAGE, data, follow=True)
    stored = NoticeSettings.objects.get(user=user)
    assert (stored.is_discreet, stored.quiet_from) == (True, datetime.time(22))
    assert "Wir schicken Ihnen keine Benachrichtigungen mehr." in answer.content.decode()
    assert "Sie bekommen keine Benachrichtigungen" in answer.content.decode()


def test_half_a_rest_is_not_saved(client, user):
    answer = client.post(PAGE, {"quiet_from": "22:00"})
    assert answer.status_code == 422
    assert "bis wann die Ruhezeit geht" in answer.content.decode()
    assert not NoticeSettings.objects.filter(quiet_from__gt=SOME_DAY.time()).exists()


def test_account_page_leads_here(client, user):
    assert f'href="{PAGE}"' in client.get("/konto/").content.decode()


def test_page_takes_as_many_queries_with_a_long_history(client, user, django_assert_num_queries):
    agreeing(user)
    page(client)
    with django_assert_num_queries(4):
        page(client)
    for _time in range(5):
        ConsentFactory(user=user, decisions=True, revoked_at=SOME_DAY)
    with django_assert_num_queries(4):
        page(client)
