"""Limits on guessing, and what happens when the cache that counts is away."""

import pytest
from django.core.cache import cache

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

LOGIN = "/konto/anmelden/"


@pytest.fixture
def limits(settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    cache.clear()
    yield
    cache.clear()


def test_guessing_is_stopped_in_plain_words(client, limits):
    user = UserFactory()
    pages = [client.post(LOGIN, {"login": user.email, "password": f"falsch-{n}"}) for n in range(6)]
    assert pages[-1].context["form"].non_field_errors() == [
        "Das waren zu viele Versuche. Zu Ihrem Schutz machen wir eine kurze Pause. Bitte versuchen Sie es in fünf Minuten noch einmal oder setzen Sie ein neues Passwort."
    ]


def test_password_reset_stays_open_while_guessing_is_stopped(client, limits, mailoutbox):
    user = UserFactory()
    for n in range(6):
        client.post(LOGIN, {"login": user.email, "password": f"falsch-{n}"})
    client.post("/konto/passwort/vergessen/", {"email": user.email})
    assert [mail.subject for mail in mailoutbox] == ["Ihr Code für ein neues Passwort"]


def test_flood_of_requests_is_answered_with_429(client, limits):
    answers = [client.post("/konto/registrieren/", {}) for _ in range(21)]
    assert [answer.status_code for answer in answers[-2:]] == [200, 429]


def test_cache_away_answers_503_and_says_when_to_come_back(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    settings.CACHES = {**settings.CACHES, "default": {**settings.CACHES["default"], "LOCATION": "unix:///nowhere.sock"}}
    answer = client.post(LOGIN, {"login": UserFactory().email, "password": PASSWORD})
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Anmelden geht gerade nicht" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_mail_server_away_answers_503(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens on "discard"
    answer = client.post("/konto/code/", {"email": UserFactory().email})
    assert answer.status_code == 503
