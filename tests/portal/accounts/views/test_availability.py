"""What happens when the cache that counts attempts, or the mail server, is away."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from portal.settings import accounts
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

LOGIN = "/konto/anmelden/"
FIELDS = {  # enough for every form of the account to go as far as it can
    "login": "person@example.org",
    "email": "person@example.org",
    "password": PASSWORD,
    "password1": "Tal-Wiese-Fluss-9",
    "oldpassword": PASSWORD,
    "code": "0000-0000",
    "action_add": "1",
}


def account_addresses():
    """All addresses below /konto/ that need no argument, also those that others add."""
    found = []
    for entry in get_resolver().url_patterns:
        if str(entry.pattern).startswith("konto/"):
            found += [str(entry.pattern) + str(page.pattern) for page in walk(entry)]
    return sorted(f"/{path}" for path in found if "<" not in path and "(" not in path)


def walk(entry, prefix=""):
    for page in entry.url_patterns:
        if hasattr(page, "url_patterns"):
            yield from (_Page(str(page.pattern) + str(inner.pattern)) for inner in walk(page))
        else:
            yield page


class _Page:
    def __init__(self, pattern):
        self.pattern = pattern


@pytest.fixture
def without_cache(settings):
    settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS
    settings.CACHES = {**settings.CACHES, "default": {**settings.CACHES["default"], "LOCATION": "unix:///nowhere.sock"}}


def test_addresses_are_found():
    assert {reverse("account_login"), reverse("account_change_password")} <= set(account_addresses())


@pytest.mark.parametrize("is_signed_in", [False, True])
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_page_of_the_account_fails_without_cache(without_cache, is_signed_in, method):
    user = UserFactory(email="person@example.org")
    failed = {}
    for address in account_addresses():
        client = Client(raise_request_exception=False)
        if is_signed_in:
            client.force_login(user)
        with transaction.atomic():  # one of them may close the account
            answer = getattr(client, method)(address, FIELDS if method == "post" else None)
            transaction.set_rollback(True)
        if answer.status_code >= 500 and (answer.status_code, answer.get("Retry-After")) != (503, "60"):
            failed[address] = answer.status_code
    assert failed == {}


@pytest.mark.parametrize("address", [LOGIN, "/konto/code/", "/konto/passwort/vergessen/", "/konto/registrieren/"])
def test_cache_away_answers_503_and_says_when_to_come_back(client, without_cache, address):
    UserFactory(email="person@example.org")
    answer = client.post(address, FIELDS)
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Anmelden geht gerade nicht" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_mail_server_away_answers_503(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens on "discard"
    answer = client.post("/konto/code/", {"email": UserFactory().email})
    assert answer.status_code == 503


def test_new_device_signs_in_without_mail_server(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    user = UserFactory()
    for browser in (Client(), client):
        browser.post(LOGIN, {"login": user.email, "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(user.pk)
