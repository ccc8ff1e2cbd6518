"""Which browsers an account knows, and who is told of the others."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from portal.outbox.services import deliver_due
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

COOKIE = "geraet"
NOTICE = "Anmeldung mit einem neuen Gerät"


@pytest.fixture
def user():
    user = UserFactory(email="anna@example.org")
    sign_in(Client(), user)  # the very first sign-in, elsewhere
    return user


def sign_in(client, user, **fields):
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD, **fields})
    client.post("/konto/abmelden/")


def notices(mailoutbox):
    deliver_due()
    return [mail.to for mail in mailoutbox if mail.subject == NOTICE]


def test_first_sign_in_of_all_is_not_told(client, mailoutbox):
    sign_in(client, UserFactory())
    assert notices(mailoutbox) == []


def test_unknown_browser_is_told_once(client, user, mailoutbox):
    sign_in(client, user)
    sign_in(client, user)
    assert notices(mailoutbox) == [["anna@example.org"]]


def test_code_with_an_unknown_browser_is_told(client, user, mailoutbox):
    client.post("/konto/code/", {"email": user.email})
    code = re.search(r"^\d{4}-\d{4}$", mailoutbox[0].body, re.MULTILINE).group()
    client.post("/konto/code/eingeben/", {"code": code})
    assert notices(mailoutbox) == [["anna@example.org"]]


def test_browser_of_somebody_else_is_unknown(client, user, mailoutbox):
    sign_in(client, UserFactory())
    sign_in(client, user)
    assert notices(mailoutbox) == [["anna@example.org"]]


def test_cookie_is_hidden_from_scripts_and_lives_long(client, user):
    sign_in(client, user)
    cookie = client.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 400 * 24 * 3600)


def test_shared_computer_gets_no_cookie_and_is_told_each_time(client, user, mailoutbox):
    for _ in range(2):
        sign_in(client, user, shared="on")
        assert COOKIE not in client.cookies
    assert notices(mailoutbox) == [["anna@example.org"]] * 2


def test_browser_stays_known_after_its_own_change_of_password(client, user, mailoutbox):
    new = "Tal-Wiese-Fluss-9"
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new})
    client.post("/konto/abmelden/")
    deliver_due()
    mailoutbox.clear()
    client.post("/konto/anmelden/", {"login": user.email, "password": new})
    assert client.session["_auth_user_id"] == str(user.pk)
    assert notices(mailoutbox) == []


def test_forged_cookie_makes_no_browser_known(client, user, mailoutbox):
    client.cookies[COOKIE] = "W10:1tX:forged"
    sign_in(client, user)
    assert notices(mailoutbox) == [["anna@example.org"]]
