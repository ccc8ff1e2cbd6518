"""Forgotten, changed and first passwords."""

import re

import pytest
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

NEW = "Tal-Wiese-Fluss-9"


def code_in(mail):
    return re.search(r"^\d{4}-\d{4}$", mail.body, re.MULTILINE).group()


def test_forgotten_password_is_replaced_by_code(client, mailoutbox):
    user = UserFactory()
    asked = client.post(reverse("account_reset_password"), {"email": user.email})
    entered = client.post(asked.url, {"code": code_in(mailoutbox[0])})
    stored = client.post(entered.url, {"password1": NEW})
    assert (asked.url, entered.url, stored.url) == (
        "/konto/passwort/vergessen/code/",
        "/konto/passwort/vergessen/neu/",
        "/konto/passwort/vergessen/fertig/",
    )
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_forgotten_password_of_an_unknown_address_looks_the_same(client, mailoutbox):
    known = client.post(reverse("account_reset_password"), {"email": UserFactory().email})
    client.cookies.clear()
    unknown = client.post(reverse("account_reset_password"), {"email": "niemand@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(mailoutbox) == 2


def test_new_password_needs_the_code_first(client):
    client.post(reverse("account_reset_password"), {"email": UserFactory().email})
    answer = client.post(reverse("account_complete_password_reset"), {"password1": NEW})
    assert answer.url == reverse("account_confirm_password_reset_code")


def test_change_asks_for_the_present_password(client):
    user = UserFactory()
    client.force_login(user)
    page = client.post(reverse("account_change_password"), {"oldpassword": "falsch", "password1": NEW})
    assert page.context["form"].errors == {
        "oldpassword": ["Das jetzige Passwort stimmt nicht. Bitte geben Sie es noch einmal ein."]
    }


def test_change_ends_other_sessions_and_tells_by_mail(client, mailoutbox, django_capture_on_commit_callbacks):
    user = UserFactory()
    other = type(client)()
    client.force_login(user)
    other.force_login(user)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW})
    assert other.get("/konto/").status_code == 302
    assert client.get("/konto/").status_code == 200
    assert [mail.subject for mail in mailoutbox] == ["Ihr Passwort wurde geändert"]


def test_account_without_password_chooses_one(client):
    user = UserFactory(without_password=True)
    client.force_login(user)
    client.post(reverse("account_set_password"), {"password1": NEW})
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_password_of_64_signs_with_blanks_is_taken(client):
    user = UserFactory()
    client.force_login(user)
    long = " ".join(["Regen", "Schirm"] * 6) + "!"
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": long})
    user.refresh_from_db()
    assert user.check_password(long)
