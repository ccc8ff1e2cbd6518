import pytest
from django.core import mail

from portal.leaving.models import Farewell
from portal.leaving.tasks import say_farewell
from portal.outbox.models import subscriptions

pytestmark = pytest.mark.django_db


def test_farewell_is_said():
    say_farewell(Farewell.objects.create(address="anna@example.org").pk)

    assert [message.to for message in mail.outbox] == [["anna@example.org"]]


def test_handler_hears_of_closed_accounts():
    assert [entry.name for entry in subscriptions.of("account.closed")] == ["leaving.tasks.say_farewell"]
