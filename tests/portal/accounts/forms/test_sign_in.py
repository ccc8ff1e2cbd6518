"""Signing in by password and by code."""

import re

import pytest
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

LOGIN = "/konto/anmelden/"


def code_in(mail):
    return re.search(r"^\d{4}-\d{4}$", mail.body, re.MULTILINE).group()


def signed_in_as(client):
    return client.session.get("_auth_user_id")


def test_password_signs_in_and_goes_to_next(client):
    user = UserFactory()
    answer = client.post(f"{LOGIN}?next=/postfach/", {"login": user.email, "password": PASSWORD})
    assert (answer.status_code, answer.url, signed_in_as(client)) == (302, "/postfach/", str(user.pk))


def test_address_may_be_typed_in_capitals(client):
    user = UserFactory(email="anna@example.org")
    client.post(LOGIN, {"login": "Anna@Example.ORG", "password": PASSWORD})
    assert signed_in_as(client) == str(user.pk)


@pytest.mark.parametrize(
    "target", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "\\\\evil.example"]
)
def test_next_leads_to_the_portal_only(client, target):
    user = UserFactory()
    answer = client.post(LOGIN, {"login": user.email, "password": PASSWORD, "next": target})
    assert answer.url == reverse("pages:home")


def test_session_key_changes_at_sign_in(client):
    user = UserFactory()
    session = client.session
    session["mark"] = 1
    session.save()
    client.cookies["sessionid"] = session.session_key
    client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    assert client.session.session_key != session.session_key


@pytest.mark.parametrize("email", ["person@example.org", "niemand@example.org"])
def test_wrong_password_and_unknown_address_get_the_same_words(client, email):
    UserFactory(email="person@example.org")
    page = client.post(LOGIN, {"login": email, "password": "falsch-falsch"})
    assert page.context["form"].non_field_errors() == [
        "E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beides oder melden Sie sich mit einem Code an. Klappt beides nicht? Dann rufen Sie uns bitte an."
    ]
    assert signed_in_as(client) is None


def test_empty_form_names_both_fields(client):
    page = client.post(LOGIN, {})
    assert page.context["form"].errors == {
        "login": ["Bitte füllen Sie „E-Mail-Adresse“ aus."],
        "password": ["Bitte füllen Sie „Passwort“ aus."],
    }


def test_blocked_account_gets_the_words_of_a_wrong_password(client):
    user = UserFactory(blocked=True)
    page = client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    assert signed_in_as(client) is None
    assert page.context["form"].non_field_errors()[0].endswith("Klappt beides nicht? Dann rufen Sie uns bitte an.")


def test_unconfirmed_address_is_asked_for_a_code_first(client, mailoutbox):
    user = UserFactory(verified=False)
    answer = client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    assert (answer.url, signed_in_as(client)) == (reverse("account_email_verification_sent"), None)
    client.post(answer.url, {"code": code_in(mailoutbox[0])})
    assert signed_in_as(client) == str(user.pk)


def test_code_signs_in_without_password(client, mailoutbox):
    user = UserFactory(without_password=True)
    asked = client.post("/konto/code/?next=/postfach/", {"email": user.email})
    assert asked.status_code == 302
    answer = client.post(asked.url, {"code": code_in(mailoutbox[0]).replace("-", " ")})
    assert (answer.url, signed_in_as(client)) == ("/postfach/", str(user.pk))
    assert mailoutbox[0].subject == "Ihr Code zum Anmelden"


def test_code_may_be_typed_in_digits_of_another_script(client, mailoutbox):
    user = UserFactory()
    asked = client.post("/konto/code/", {"email": user.email})
    client.post(asked.url, {"code": code_in(mailoutbox[0]).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))})
    assert signed_in_as(client) == str(user.pk)


def test_code_for_an_unknown_address_looks_the_same_and_sends_one_mail(client, mailoutbox):
    known = client.post("/konto/code/", {"email": UserFactory().email})
    client.cookies.clear()
    unknown = client.post("/konto/code/", {"email": "niemand@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [mail.subject for mail in mailoutbox] == ["Ihr Code zum Anmelden", "Kein Konto mit dieser E-Mail-Adresse"]


def test_code_of_one_session_does_not_work_in_another(client, mailoutbox):
    user = UserFactory()
    client.post("/konto/code/", {"email": user.email})
    stranger = type(client)()
    stranger.post("/konto/code/", {"email": UserFactory().email})
    stranger.post("/konto/code/eingeben/", {"code": code_in(mailoutbox[0])})
    assert signed_in_as(stranger) is None


def test_code_expires_after_fifteen_minutes(client, mailoutbox, time_machine):
    user = UserFactory()
    time_machine.move_to("2026-11-22 10:00:00+01:00", tick=False)
    client.post("/konto/code/", {"email": user.email})
    time_machine.move_to("2026-11-22 10:15:01+01:00", tick=False)
    answer = client.post("/konto/code/eingeben/", {"code": code_in(mailoutbox[0])})
    assert (answer.status_code, signed_in_as(client)) == (302, None)


@pytest.mark.parametrize(
    "name",
    ["account_login", "account_signup", "account_request_login_code", "account_reset_password", "account_inactive",
     "account_password_reset_completed"],
)  # fmt: skip
def test_open_pages_need_no_sign_in(client, name):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize(
    "name",
    ["account_overview", "account_email", "account_change_password", "account_set_password", "account_reauthenticate"],
)
def test_pages_of_the_account_ask_to_sign_in(client, name):
    answer = client.get(reverse(name))
    assert (answer.status_code, answer.url) == (302, f"{LOGIN}?next={reverse(name)}")
