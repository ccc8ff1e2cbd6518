"""Whether somebody has an account is nobody's business: same answer, same number of e-mails, same work."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from portal.audit.models import AuditEvent
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

KNOWN, UNKNOWN, BLOCKED, WITHOUT = (
    f"{name}@example.org" for name in ("bekannt", "niemand", "gesperrt", "ohne-passwort")
)


class CountingHasher(MD5PasswordHasher):
    """Says how often it was asked: hashing a password takes nearly all the time of an answer."""

    algorithm = "counting"
    asked = 0

    def encode(self, password, salt):
        type(self).asked += 1
        return super().encode(password, salt)


@pytest.fixture(autouse=True)
def accounts(settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    UserFactory(email=KNOWN)
    UserFactory(email=BLOCKED, blocked=True)
    UserFactory(email=WITHOUT, without_password=True)


def ask(path, mailoutbox, **fields):
    """Everything that somebody outside could see of an answer."""
    client, CountingHasher.asked = Client(), 0
    mailoutbox.clear()
    answer = client.post(path, fields)
    text = answer.content.decode().replace(fields.get("login") or fields["email"], "…")
    token = answer.context["csrf_token"] if answer.context else ""
    text = text.replace(str(token), "") if token else text
    cookies = sorted(client.cookies)
    return answer.status_code, answer.get("Location"), text, len(mailoutbox), cookies, CountingHasher.asked


@pytest.mark.parametrize("email", [UNKNOWN, BLOCKED, WITHOUT])
def test_wrong_password_looks_the_same(email, mailoutbox):
    asked = {"path": "/konto/anmelden/", "mailoutbox": mailoutbox, "password": "falsch-falsch"}
    assert ask(**asked, login=email) == ask(**asked, login=KNOWN)


def test_right_password_of_a_blocked_account_looks_like_a_wrong_one(mailoutbox):
    asked = {"path": "/konto/anmelden/", "mailoutbox": mailoutbox}
    assert ask(**asked, login=BLOCKED, password=PASSWORD) == ask(**asked, login=UNKNOWN, password=PASSWORD)


@pytest.mark.parametrize("path", ["/konto/code/", "/konto/passwort/vergessen/"])
@pytest.mark.parametrize("email", [UNKNOWN, BLOCKED, WITHOUT])
def test_asking_for_a_code_looks_the_same(path, email, mailoutbox):
    assert ask(path, mailoutbox, email=email) == ask(path, mailoutbox, email=KNOWN)


@pytest.mark.parametrize("email", [KNOWN, BLOCKED, WITHOUT])
def test_sign_up_looks_the_same(email, mailoutbox):
    taken = ask("/konto/registrieren/", mailoutbox, email=email, password1=PASSWORD)
    new = ask("/konto/registrieren/", mailoutbox, email=UNKNOWN, password1=PASSWORD)
    assert taken == new


@pytest.mark.parametrize("path", ["/konto/code/", "/konto/passwort/vergessen/"])
@pytest.mark.parametrize("email", [KNOWN, UNKNOWN])
def test_wrong_code_is_recorded_whether_there_is_an_account_or_not(client, path, email):
    asked = client.post(path, {"email": email})
    answers = [client.post(asked.url, {"code": "0000-0000"}).status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 302]
    assert AuditEvent.objects.filter(event="account.sign_in_failed").count() == 5


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/konto/anmelden/", {"login": KNOWN, "password": PASSWORD}),
        ("/konto/code/", {"email": KNOWN}),
        ("/konto/registrieren/", {"email": "neu@example.org", "password1": PASSWORD}),
    ],
)
def test_every_way_in_asks_whose_computer_it_is(client, path, fields):
    assert "Das ist ein öffentlicher oder fremder Computer" in client.get(path).content.decode()
    client.post(path, {**fields, "shared": "on"})
    assert client.session["portal.shared"] is True


def test_code_on_a_shared_computer_signs_in_for_ten_minutes(client, mailoutbox, time_machine):
    time_machine.move_to("2026-11-26 14:00:00+01:00", tick=False)
    client.post("/konto/code/", {"email": KNOWN, "shared": "on"})
    client.post("/konto/code/eingeben/", {"code": mailoutbox[0].body.split("\n\n")[2].strip()})
    assert "Sie bleiben bis 14:10\xa0Uhr angemeldet." in client.get("/konto/").content.decode()
