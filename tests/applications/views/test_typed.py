"""A page is sent after the session has ended: what was typed is there again after signing in."""

import datetime

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from applications.models import Draft
from tests.factories.accounts import PASSWORD
from tests.factories.applications import DraftFactory

pytestmark = pytest.mark.django_db

FIELDS = {
    "wizard-current_step": "name",
    "first_name": "Miriam",
    "birth_date_0": "31",
    "birth_date_1": "2",
    "go": "next",
}


@pytest.fixture
def draft():
    return DraftFactory()


def page(draft):
    return reverse("applications:step", args=[draft.pk, "name"])


def sign_in(client, user):
    return client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})


def test_typed_text_is_shown_again_after_signing_in(client, draft):
    refused = client.post(page(draft), FIELDS)
    sign_in(client, draft.person.user)
    text = client.get(page(draft)).content.decode()

    assert refused.url == f"{reverse('account_login')}?next={page(draft)}"
    assert "Ihre Eingaben sind noch da" in text
    assert 'name="first_name" value="Miriam"' in text
    assert 'name="birth_date_0" value="31"' in text
    assert Draft.objects.get().version == 0


def test_typed_text_is_shown_once(client, draft):
    client.post(page(draft), FIELDS)
    sign_in(client, draft.person.user)
    client.get(page(draft))

    assert "Miriam" not in client.get(page(draft)).content.decode()


def test_somebody_else_who_signs_in_sees_nothing(client, draft):
    client.post(page(draft), FIELDS)
    other = DraftFactory()
    sign_in(client, other.person.user)

    assert client.get(page(draft)).status_code == 404
    assert "Miriam" not in client.get(page(other)).content.decode()


def test_typed_text_is_encrypted_in_the_session(client, draft):
    client.post(page(draft), FIELDS)

    kept = Session.objects.get().get_decoded()["applications.typed"]
    assert sorted(kept) == ["at", "data", "page"]
    assert "Miriam" not in str(kept)


def test_typed_text_is_forgotten_after_an_hour(client, draft):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client.post(page(draft), FIELDS)
        clock.shift(datetime.timedelta(minutes=61))
        sign_in(client, draft.person.user)

        assert "Miriam" not in client.get(page(draft)).content.decode()


def test_more_than_a_page_can_hold_is_not_kept(client, draft):
    client.post(page(draft), FIELDS | {"first_name": "x" * 70_000})

    assert not Session.objects.exists()


def test_stranger_who_only_looks_is_led_to_sign_in(client, draft):
    response = client.get(page(draft))

    assert response.url == f"{reverse('account_login')}?next={page(draft)}"


def test_typed_text_can_be_saved_after_signing_in(client, draft):
    client.post(page(draft), FIELDS | {"birth_date_0": "1", "birth_date_2": "1997"})
    sign_in(client, draft.person.user)
    shown = client.get(page(draft)).context

    client.post(page(draft), {**shown["form"].data.dict(), "go": "next"})

    assert Draft.objects.get().answers["you"]["first_name"] == "Miriam"
