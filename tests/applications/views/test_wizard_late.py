"""What is typed into the wizard and sent after the session has run out."""

import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.models import Draft
from portal.accounts.enums import GUEST_CASE
from portal.accounts.models import Session
from portal.accounts.services.kept_form import kept_form
from tests.applications.views.typing_in import NAME, url
from tests.factories.accounts import PASSWORD
from tests.factories.applications import DraftFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return DraftFactory()


@pytest.fixture
def visitor(client, draft):
    client.force_login(draft.person.user)
    return client


@pytest.fixture
def late(visitor):
    """Somebody whose session has just run out."""
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(minutes=1))
    return visitor


LATE = {**NAME, "birth_date_0": "31", "birth_date_1": "2", "wizard-current_step": "name", "go": "next"}


def sign_in(visitor, user):
    return visitor.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})


def test_typed_text_is_shown_again_after_signing_in(late, draft):
    refused = late.post(url(draft, "name"), LATE)
    page = late.get(refused.url).content.decode()
    sign_in(late, draft.person.user)
    text = late.get(url(draft, "name")).content.decode()

    assert refused.url == f"{reverse('account_login')}?next={url(draft, 'name')}"
    assert "Ihre Eingaben sind noch da" in page
    assert 'name="first_name" value="Miriam"' in text
    assert 'name="birth_date_0" value="31"' in text
    assert Draft.objects.get().version == 0


def test_typed_text_is_shown_once(late, draft):
    late.post(url(draft, "name"), LATE)
    sign_in(late, draft.person.user)
    late.get(url(draft, "name"))

    assert "Miriam" not in late.get(url(draft, "name")).content.decode()


def test_somebody_else_who_signs_in_sees_nothing(late, draft):
    late.post(url(draft, "name"), LATE)
    other = DraftFactory()
    sign_in(late, other.person.user)

    assert late.get(url(draft, "name")).status_code == 404
    assert "Miriam" not in late.get(url(other, "name")).content.decode()


def test_stranger_who_only_looks_is_led_to_sign_in(client, draft):
    assert client.get(url(draft, "name")).url == f"{reverse('account_login')}?next={url(draft, 'name')}"


def test_typed_text_can_be_saved_after_signing_in(late, draft):
    late.post(url(draft, "name"), LATE | {"birth_date_0": "1", "birth_date_2": "1997"})
    sign_in(late, draft.person.user)
    shown = late.get(url(draft, "name")).context

    late.post(url(draft, "name"), {**shown["form"].data.dict(), "go": "next"})

    assert Draft.objects.get().answers["you"]["first_name"] == "Miriam"


def test_typed_text_of_a_guest_is_kept_for_the_same_guest(client, draft):
    case = str(draft.case_id)
    session = client.session
    session[GUEST_CASE] = case
    session.save()
    client.cookies["sessionid"] = session.session_key
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(minutes=1))
    client.post(url(draft, "name"), LATE)

    assert kept_form(client.session, uuid.UUID(case)).fields["first_name"] == ["Miriam"]
