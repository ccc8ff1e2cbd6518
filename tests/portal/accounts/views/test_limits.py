"""Guessing is stopped. Nobody can lock somebody else out by it."""

import pytest
from django.test import Client

from portal.audit.models import AuditEvent
from portal.settings import accounts
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

LOGIN, CODE, RESET = "/konto/anmelden/", "/konto/code/", "/konto/passwort/vergessen/"
HOME, ATTACKER = "192.0.2.1", "203.0.113.7"


@pytest.fixture(autouse=True)
def limits(settings):
    settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS


def browser(address=HOME):
    return Client(REMOTE_ADDR=address)


def guess(client, user, times=1):
    for number in range(times):
        page = client.post(LOGIN, {"login": user.email, "password": f"falsch-{number}"})
    return page


def sign_in(client, user):
    client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    return "_auth_user_id" in client.session


def limited():
    return AuditEvent.objects.filter(event="account.sign_in_limited").count()


def test_sixth_attempt_from_one_address_is_refused_even_with_the_right_password():
    user = UserFactory()
    guess(browser(), user, 5)
    assert not sign_in(browser(), user)
    assert limited() == 1


def test_stranger_elsewhere_locks_nobody_out():
    user = UserFactory()
    guess(browser(ATTACKER), user, 8)
    assert sign_in(browser(HOME), user)


def test_many_strangers_do_not_lock_a_known_browser_out():
    user = UserFactory()
    known, unknown = browser(HOME), browser("192.0.2.9")
    sign_in(known, user)
    known.post("/konto/abmelden/")
    for number in range(11):
        guess(browser(f"198.51.100.{number}"), user, 5)
    assert not sign_in(unknown, user)
    assert sign_in(known, user)


def test_stranger_behind_the_same_address_does_not_lock_a_known_browser_out():
    user = UserFactory()
    known = browser()
    sign_in(known, user)
    known.post("/konto/abmelden/")
    guess(browser(), user, 12)
    assert sign_in(known, user)


def test_stolen_cookie_does_not_allow_to_guess_without_end():
    user = UserFactory()
    known = browser()
    sign_in(known, user)
    known.post("/konto/abmelden/")
    guess(known, user, 5)
    assert not sign_in(known, user)


def test_code_works_while_passwords_are_refused(mailoutbox):
    user = UserFactory()
    guess(browser(), user, 6)
    client = browser()
    client.post(CODE, {"email": user.email})
    code = mailoutbox[0].body.split("\n\n")[2].strip()
    client.post(f"{CODE}eingeben/", {"code": code})
    assert client.session["_auth_user_id"] == str(user.pk)


def test_new_password_by_code_ends_the_pause(mailoutbox):
    user, new = UserFactory(), "Tal-Wiese-Fluss-9"
    guess(browser(), user, 6)
    client = browser()
    client.post(RESET, {"email": user.email})
    client.post(f"{RESET}code/", {"code": mailoutbox[0].body.split("\n\n")[2].strip()})
    client.post(f"{RESET}neu/", {"password1": new})
    client.post(LOGIN, {"login": user.email, "password": new})
    assert client.session["_auth_user_id"] == str(user.pk)


@pytest.mark.parametrize("path", [CODE, RESET])
def test_stranger_cannot_use_up_the_codes_of_somebody_else(path, mailoutbox):
    user = UserFactory()
    for _ in range(5):
        browser(ATTACKER).post(path, {"email": user.email})
    assert len(mailoutbox) == 3
    browser(HOME).post(path, {"email": user.email})
    assert len(mailoutbox) == 4


@pytest.mark.parametrize("path", [CODE, RESET])
def test_too_many_codes_are_refused_in_words(path):
    user = UserFactory()
    pages = [browser().post(path, {"email": user.email}) for _ in range(4)]
    assert pages[-1].context["form"].non_field_errors()[0].startswith("Das waren zu viele Versuche.")
    assert limited() == 1


@pytest.mark.parametrize("path", [CODE, RESET])
def test_mailbox_is_not_flooded_from_many_addresses(path, mailoutbox):
    user = UserFactory()
    for number in range(30):
        browser(f"198.51.100.{number}").post(path, {"email": user.email})
    assert len(mailoutbox) == 20


@pytest.mark.parametrize("email", ["person@example.org", "niemand@example.org"])
def test_limits_tell_nothing_about_who_has_an_account(email):
    user = UserFactory.build(email=email)
    UserFactory(email="person@example.org")
    words = [guess(browser(), user).context["form"].non_field_errors()[0][:20] for _ in range(6)]
    assert words == ["E-Mail-Adresse und P"] * 5 + ["Das waren zu viele V"]


def test_one_address_cannot_try_many_accounts():
    pages = [guess(browser(), UserFactory()) for _ in range(11)]
    assert "Das waren zu viele Versuche" in pages[-1].content.decode()


def test_right_passwords_use_nothing_up():
    user = UserFactory()
    assert [sign_in(browser(), user) for _ in range(12)] == [True] * 12


def test_password_once_more_counts_for_the_session_alone():
    user = UserFactory()
    client = browser()
    sign_in(client, user)
    guess(browser(ATTACKER), user, 5)
    guess(browser(), user, 6)
    answer = client.post("/konto/erneut-anmelden/", {"password": PASSWORD})
    assert answer.status_code == 302


def test_flood_is_answered_with_429_a_time_and_an_event():
    client = browser()
    answers = [client.post("/konto/registrieren/", {}) for _ in range(21)]
    assert (answers[-1].status_code, answers[-1]["Retry-After"], limited()) == (429, "60", 1)
