import datetime

import pytest
from django.core import mail
from django.utils import timezone

from portal.accounts.models import User
from portal.leaving.domain.announcing import announce_copy, forget_old_addresses, say_farewell
from portal.leaving.domain.data_copy import make_copy
from portal.leaving.models import DataCopy, Farewell
from portal.leaving.services import request_copy
from portal.notices.errors import NoticeNotSent
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready():
    copy = request_copy(user=UserFactory(email="anna@example.org"))
    make_copy(copy.pk)
    return copy


@pytest.fixture
def farewell():
    return Farewell.objects.create(address="anna@example.org")


@pytest.fixture
def no_mail_server(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


def test_ready_copy_is_announced_once_without_contents(ready):
    announce_copy(ready.pk)
    announce_copy(ready.pk)

    [message] = mail.outbox
    assert (message.to, message.subject) == (["anna@example.org"], "Ihre Datei im Portal ist fertig")
    assert "Datenkopie" not in message.body


def test_copy_that_is_gone_is_not_announced(ready):
    DataCopy.objects.all().delete()
    announce_copy(ready.pk)

    assert mail.outbox == []


def test_announcement_waits_for_the_mail_server(ready, no_mail_server):
    with pytest.raises(NoticeNotSent):
        announce_copy(ready.pk)

    assert DataCopy.objects.get().announced_at is None


def test_farewell_is_said_once_and_the_address_forgotten(farewell):
    say_farewell(farewell.pk)
    say_farewell(farewell.pk)

    [message] = mail.outbox
    assert (message.to, message.subject) == (["anna@example.org"], "Ihr Konto ist geschlossen")
    assert not Farewell.objects.exists()


def test_farewell_waits_for_the_mail_server(farewell, no_mail_server):
    with pytest.raises(NoticeNotSent):
        say_farewell(farewell.pk)

    assert Farewell.objects.get().address == "anna@example.org"


@pytest.mark.parametrize(("days", "left"), [(6, 1), (7, 0)])
def test_address_is_forgotten_after_seven_days(farewell, days, left):
    forget_old_addresses(now=farewell.created_at + datetime.timedelta(days=days))

    assert Farewell.objects.count() == left


def test_message_ids_are_the_same_for_a_second_copy(farewell):
    key = farewell.pk
    say_farewell(key)
    Farewell.objects.create(pk=key, address="anna@example.org", created_at=timezone.now())
    say_farewell(key)

    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def test_copy_of_who_has_no_address_is_announced_to_nobody(ready):
    User.objects.update(email=None)
    announce_copy(ready.pk)

    ready.refresh_from_db()
    assert (mail.outbox, ready.announced_at is None) == ([], False)
