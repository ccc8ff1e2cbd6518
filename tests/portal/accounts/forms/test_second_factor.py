"""Authenticator app and recovery codes: setting up, the second step, one use each."""

from datetime import timedelta
from textwrap import wrap

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from portal.audit.models import AuditEvent
from tests.browser import app_code
from tests.factories.accounts import APP_SECRET, PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

LOGIN = "/konto/anmelden/"
SECOND_STEP = "/konto/anmelden/zweiter-schritt/"
SET_UP = "/konto/sicherheit/app/einrichten/"
REMOVE = "/konto/sicherheit/app/entfernen/"
CODES = "/konto/sicherheit/ersatzcodes/"
WRONG = {"code": ["Dieser Code stimmt nicht. Bitte prüfen Sie die Ziffern."]}
USED = {"code": ["Diesen Code haben Sie schon benutzt. Bitte warten Sie, bis die App einen neuen zeigt."]}


@pytest.fixture
def frozen(time_machine):
    time_machine.move_to("2026-11-26 10:00:00+01:00", tick=False)
    return time_machine


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A function that does something and what follows its commit, as in the running portal."""

    def do(action):
        with django_capture_on_commit_callbacks(execute=True):
            return action()

    return do


@pytest.fixture
def set_up(client, committed):
    """A function that sets up an app for a new account, which is signed in; returns account and secret."""

    def do(**options):
        user = UserFactory(**options)
        client.force_login(user)
        secret = client.get(SET_UP).context["form"].secret
        answer = committed(lambda: client.post(SET_UP, {"code": app_code(secret)}))
        assert (answer.status_code, answer.url) == (302, CODES)
        return user, secret

    return do


def first_step(browser, user, **more):
    return browser.post(LOGIN, {"login": user.email, "password": PASSWORD, **more})


def second_step(browser, code):
    return browser.post(SECOND_STEP, {"code": code})


def is_signed_in(browser):
    return "_auth_user_id" in browser.session


def recovery_codes(user):
    return Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()


def events():
    return list(AuditEvent.objects.order_by("id").values_list("event", flat=True))


def test_app_is_set_up_with_recovery_codes_and_the_person_is_told(set_up, client, mailoutbox):
    user, _secret = set_up()
    assert [mail.subject for mail in mailoutbox] == ["Eine Authenticator-App wurde eingerichtet"]
    assert user.email not in mailoutbox[0].body
    assert client.get(CODES).context["unused_codes"] == recovery_codes(user)
    assert events().count("account.second_factor_added") == 2  # the app and the codes


def test_secrets_do_not_lie_in_the_database_in_clear(set_up):
    user, secret = set_up()
    stored = {factor.type: factor.data for factor in Authenticator.objects.filter(user=user)}
    assert secret not in stored["totp"]["secret"]
    assert all(code not in stored["recovery_codes"]["seed"] for code in recovery_codes(user))


def test_wrong_code_sets_nothing_up_and_keeps_the_secret(client):
    client.force_login(UserFactory())
    secret = client.get(SET_UP).context["form"].secret
    page = client.post(SET_UP, {"code": "000000"})
    assert (page.context["form"].errors, page.context["form"].secret) == (WRONG, secret)
    assert not Authenticator.objects.exists()


def test_page_shows_a_code_to_scan_and_the_secret_to_type(client):
    client.force_login(UserFactory(email="anna@example.org"))
    page = client.get(SET_UP)
    text = page.content.decode()
    assert " ".join(wrap(page.context["form"].secret, 4)) in text
    assert "otpauth://totp/anna%40example.org?secret=" in text
    assert 'src="data:image/svg+xml;base64,' in text


def test_setting_up_needs_a_confirmation_when_the_sign_in_is_long_ago(client, frozen):
    client.force_login(UserFactory(without_password=True))
    frozen.shift(timedelta(minutes=20))
    assert client.get(SET_UP).url == f"/konto/erneut-anmelden/?next={SET_UP.replace('/', '%2F')}"


def test_password_alone_does_not_sign_in_then(client, frozen):
    user = UserFactory(app=True)
    assert first_step(client, user, next="/postfach/").url == SECOND_STEP
    assert is_signed_in(client) is False
    assert second_step(client, app_code(APP_SECRET)).url == "/postfach/"
    assert is_signed_in(client) is True


def test_code_by_mail_alone_does_not_sign_in_either(client, mailoutbox):
    user = UserFactory(app=True)
    client.post("/konto/code/", {"email": user.email})
    code = mailoutbox[0].body.split("\n\n")[2].strip()
    assert client.post("/konto/code/eingeben/", {"code": code}).url == SECOND_STEP
    assert is_signed_in(client) is False


def test_new_password_after_forgetting_does_not_replace_the_second_step(client, mailoutbox):
    user = UserFactory(app=True)
    client.post("/konto/passwort/vergessen/", {"email": user.email})
    code = mailoutbox[0].body.split("\n\n")[2].strip()
    client.post("/konto/passwort/vergessen/code/", {"code": code})
    client.post("/konto/passwort/vergessen/neu/", {"password1": "Tal-Wiese-Fluss-9"})
    assert is_signed_in(client) is False
    client.post(LOGIN, {"login": user.email, "password": "Tal-Wiese-Fluss-9"})
    assert (is_signed_in(client), user.authenticator_set.count()) == (False, 1)


def test_wrong_code_is_refused_in_words_and_recorded(client):
    first_step(client, UserFactory(app=True))
    page = second_step(client, "000000")
    assert (page.context["form"].errors, is_signed_in(client)) == (WRONG, False)
    assert events() == ["account.sign_in_failed"]


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_clock_may_be_half_a_minute_wrong(client, frozen, steps):
    first_step(client, UserFactory(app=True))
    second_step(client, app_code(APP_SECRET, steps=steps))
    assert is_signed_in(client) is True


@pytest.mark.parametrize("steps", [-2, 2])
def test_clock_may_not_be_more_than_that_wrong(client, frozen, steps):
    first_step(client, UserFactory(app=True))
    second_step(client, app_code(APP_SECRET, steps=steps))
    assert is_signed_in(client) is False


def test_code_of_the_app_is_worth_nothing_the_second_time_as_long_as_it_is_valid(client, frozen):
    user = UserFactory(app=True)
    code = app_code(APP_SECRET, steps=1)
    first_step(client, user)
    second_step(client, code)
    frozen.shift(timedelta(seconds=45))  # allauth has forgotten the code by now
    cache.delete(f"allauth.mfa.totp.used?user={user.pk}&code={code}")  # Redis has a clock of its own
    thief = type(client)()
    first_step(thief, user)
    assert second_step(thief, code).context["form"].errors == USED
    assert is_signed_in(thief) is False


def test_recovery_code_signs_in_once_and_the_person_is_told(client, set_up, mailoutbox):
    user, _secret = set_up()
    code = recovery_codes(user)[0]
    browsers = [type(client)(), type(client)()]
    for browser in browsers:
        first_step(browser, user)
        second_step(browser, f"{code[:4]} {code[4:]}")
    assert [is_signed_in(browser) for browser in browsers] == [True, False]
    assert mailoutbox[-1].subject == "Ein Ersatzcode wurde benutzt"
    assert "account.recovery_code_used" in events()


def test_new_recovery_codes_end_the_old_ones(client, set_up, committed, mailoutbox):
    user, _secret = set_up()
    old = recovery_codes(user)
    committed(lambda: client.post("/konto/sicherheit/ersatzcodes/neu/"))
    assert set(old).isdisjoint(recovery_codes(user))
    assert mailoutbox[-1].subject == "Neue Ersatzcodes"
    assert events()[-1] == "account.recovery_codes_renewed"


def test_recovery_codes_can_be_kept_as_a_file(client, set_up):
    user, _secret = set_up()
    answer = client.get("/konto/sicherheit/ersatzcodes/datei/")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.content.decode().split()[-10:] == recovery_codes(user)


def test_app_is_removed_with_its_codes_and_the_person_is_told(client, set_up, mailoutbox):
    user, _secret = set_up()
    assert client.post(REMOVE).url == "/konto/sicherheit/"
    assert not Authenticator.objects.filter(user=user).exists()
    assert mailoutbox[-1].subject == "Die Authenticator-App wurde entfernt"
    assert "account.second_factor_removed" in events()


def test_confirmation_by_app_counts_and_uses_the_code_up(client, frozen):
    user = UserFactory(app=True, without_password=True)
    client.force_login(user)
    frozen.shift(timedelta(minutes=20))
    asked = f"/konto/erneut-anmelden/app/?next={SET_UP}"
    code = app_code(APP_SECRET)
    assert client.post(asked, {"code": code}).url == SET_UP
    assert client.post(asked, {"code": code}).context["form"].errors["code"] == USED["code"]


def test_guessing_of_codes_is_stopped(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    first_step(client, UserFactory(app=True))
    pages = [second_step(client, f"{n:06}") for n in range(6)]
    assert "zu viele Versuche" in pages[-1].context["form"].errors["code"][0]
