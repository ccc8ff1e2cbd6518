import select
import uuid

import psycopg2
import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from portal.outbox.models import OutboxMessage
from portal.outbox.services import publish


def test_message_is_open_and_due_from_the_start(message, noting):
    fresh = message(noting)

    assert list(OutboxMessage.objects.due()) == [fresh]
    assert list(OutboxMessage.objects.open()) == [fresh]


def test_done_and_dead_messages_are_not_open(message, noting):
    message(noting, done_at=timezone.now())
    dead = message(noting, dead_at=timezone.now())

    assert not OutboxMessage.objects.open().exists()
    assert not OutboxMessage.objects.due().exists()
    assert list(OutboxMessage.objects.dead()) == [dead]


def test_message_cannot_be_done_and_dead(message, noting):
    with pytest.raises(IntegrityError, match="outbox_done_or_dead"), transaction.atomic():
        message(noting, done_at=timezone.now(), dead_at=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_listeners_are_woken_when_the_transaction_commits(noting):
    listener = psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})
    listener.autocommit = True
    listener.cursor().execute("LISTEN outbox")
    with transaction.atomic():
        publish(noting.fact, uuid.uuid4())
        assert select.select([listener], [], [], 0.1)[0] == []

    assert select.select([listener], [], [], 5)[0] == [listener]
    listener.close()
