import uuid

import pytest

from portal.notices.models import PushSubscription
from portal.notices.selectors import held_kinds
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.push import PushSubscriptionFactory

pytestmark = pytest.mark.django_db

PAGE = "/konto/benachrichtigungen/"
ON, OFF = f"{PAGE}geraet/", f"{PAGE}geraet/aus/"
ANDROID = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36"


@pytest.fixture
def user(client):
    user = UserFactory()
    client.force_login(user)
    return user


def test_page_gives_browsers_the_public_key_and_lists_own_devices(client, user, push_service):
    mine, other = PushSubscriptionFactory(user=user), PushSubscriptionFactory(browser="Firefox auf Linux")
    page = client.get(PAGE)

    assert f'data-push="{page.context["push"]["key"]}"' in page.text
    assert len(page.context["push"]["key"]) == 87
    assert (f'data-device="{mine.mark}"' in page.text, other.browser in page.text) == (True, False)
    assert [secret for secret in (mine.endpoint, mine.auth, mine.p256dh) if secret in page.text] == []


def test_browser_that_subscribed_is_added(client, user, push_service):
    answer = client.post(ON, push_service.subscribe(), headers={"user-agent": ANDROID}, follow=True)

    assert "Eingeschaltet." in answer.text
    assert PushSubscription.objects.get(user=user).browser == "Chrome auf Android"


def test_unknown_service_is_told_in_plain_words(client, user, push_service):
    answer = client.post(ON, {**push_service.subscribe(), "endpoint": "http://localhost:6379/"}, follow=True)

    assert "einen Dienst, den wir nicht kennen" in answer.text
    assert not PushSubscription.objects.exists()


def test_device_is_switched_off(client, user):
    device = PushSubscriptionFactory(user=user)

    assert "Ausgeschaltet." in client.post(OFF, {"geraet": device.pk}, follow=True).text
    assert "schon ausgeschaltet" in client.post(OFF, {"geraet": device.pk}, follow=True).text
    assert not PushSubscription.objects.exists()


@pytest.mark.parametrize("number", ["", "x", str(uuid.UUID(int=1))])
def test_device_of_somebody_else_stays(client, user, number):
    PushSubscriptionFactory()

    assert client.post(OFF, {"geraet": number}).url == PAGE
    assert PushSubscription.objects.count() == 1


def test_computer_that_others_use_is_not_subscribed(client, push_service):
    client.post("/konto/anmelden/", {"login": UserFactory().email, "password": PASSWORD, "shared": "on"})

    page = client.get(PAGE).text
    assert ("Andere könnten sie sehen." in page, "data-push" in page) == (True, False)
    client.post(ON, push_service.subscribe())
    assert not PushSubscription.objects.exists()


def test_portal_without_a_key_offers_nothing(client, user):
    page = client.get(PAGE).text

    assert [word for word in ("Hinweise auf diesem Gerät", "push.js", "data-push") if word in page] == []
    assert "geht es nicht" in client.post(ON, {"endpoint": "x"}, follow=True).text


def test_first_device_is_the_consent_and_the_last_takes_it_back(client, user, push_service):
    client.post(ON, push_service.subscribe())
    assert held_kinds(user.pk) == {"push"}

    client.post(OFF, {"geraet": PushSubscription.objects.get().pk})
    assert held_kinds(user.pk) == set()


def test_consent_that_is_taken_back_forgets_the_devices(client, user, push_service):
    client.post(ON, push_service.subscribe())
    client.post(f"{PAGE}einwilligung/", {"art": "push", "antwort": "nein"})

    assert not PushSubscription.objects.exists()


def test_form_needs_its_token(user, push_service):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(user)

    assert browser.post(ON, push_service.subscribe()).status_code == 403
