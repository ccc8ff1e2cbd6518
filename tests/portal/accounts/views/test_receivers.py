"""What happens to accounts stands in the audit trail, without contents."""

import pytest
from django.urls import reverse

from portal.audit.models import ActorKey, AuditEvent
from tests.browser import app_code
from tests.factories.accounts import APP_SECRET, PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def events():
    return list(AuditEvent.objects.order_by("id").values_list("event", "role", "purpose"))


def test_sign_in_and_sign_out_are_recorded_for_the_user(client):
    user = UserFactory()
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    client.post("/konto/abmelden/")
    assert events() == [
        ("account.signed_in", "account", "own_account"),
        ("account.signed_out", "account", "own_account"),
    ]
    assert set(ActorKey.objects.values_list("user_id", flat=True)) == {user.pk}


def test_sign_in_of_staff_is_recorded_as_staff(client):
    user = UserFactory(is_staff=True)
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    client.post("/konto/anmelden/zweiter-schritt/", {"code": app_code(APP_SECRET)})
    assert events() == [("account.signed_in", "staff", "own_account")]


def test_failed_sign_in_is_recorded_without_naming_anybody(client):
    user = UserFactory()
    client.post("/konto/anmelden/", {"login": user.email, "password": "falsch"})
    assert events() == [("account.sign_in_failed", "system", "own_account")]
    assert list(ActorKey.objects.values_list("user_id", "description")) == [(None, "accounts.sign_in")]


def test_wrong_code_is_recorded_as_failed_sign_in(client):
    client.post("/konto/code/", {"email": UserFactory().email})
    client.post("/konto/code/eingeben/", {"code": "0000-0000"})
    assert events() == [("account.sign_in_failed", "system", "own_account")]


def test_sign_up_and_confirmation_are_recorded(client, mailoutbox):
    client.post("/konto/registrieren/", {"email": "neu@example.org", "password1": PASSWORD})
    code = mailoutbox[0].body.split("\n\n")[2].strip()
    client.post(reverse("account_email_verification_sent"), {"code": code})
    assert [event for event, _role, _purpose in events()] == [
        "account.created",
        "account.email_confirmed",
        "account.signed_in",
    ]


def test_changed_password_is_recorded(client):
    user = UserFactory()
    client.force_login(user)
    client.post("/konto/passwort/aendern/", {"oldpassword": PASSWORD, "password1": "Tal-Wiese-Fluss-9"})
    assert [event for event, _role, _purpose in events()][-1] == "account.password_changed"


def test_changed_address_is_recorded(client, mailoutbox):
    client.force_login(UserFactory())
    client.post(reverse("account_email"), {"email": "neu@example.org", "action_add": "1"})
    code = mailoutbox[0].body.split("\n\n")[2].strip()
    client.post(reverse("account_email_verification_sent"), {"code": code})
    assert "account.email_changed" in [event for event, _role, _purpose in events()]


def test_signing_out_without_being_signed_in_records_nothing(client):
    client.post("/konto/abmelden/")
    assert events() == []
