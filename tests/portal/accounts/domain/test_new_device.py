import uuid

import pytest

from portal.accounts.domain.new_device import tell_about_new_device
from portal.accounts.errors import MailNotSent
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_mail_asks_whether_it_was_the_person_and_says_nothing_else(mailoutbox):
    user = UserFactory(email="anna@example.org")
    tell_about_new_device(user.pk)
    mail = mailoutbox[0]
    assert (mail.to, mail.subject) == (["anna@example.org"], "Anmeldung mit einem neuen Gerät")
    assert "Waren Sie das nicht?" in mail.body
    assert "anna" not in mail.body
    assert mail.extra_headers == {"Auto-Submitted": "auto-generated"}


def test_blocked_and_vanished_accounts_get_none(mailoutbox):
    tell_about_new_device(UserFactory(blocked=True).pk)
    tell_about_new_device(uuid.uuid4())
    assert mailoutbox == []


def test_mail_server_away_is_told_without_the_address(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens on "discard"
    user = UserFactory(email="anna@example.org")
    with pytest.raises(MailNotSent) as caught:
        tell_about_new_device(user.pk)
    assert str(caught.value) == "ConnectionRefusedError"
    assert caught.value.__suppress_context__
