import json
from datetime import timedelta

import pytest
import redis
from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone

from portal.outbox.enums import Priority
from portal.outbox.models import OutboxMessage
from portal.outbox.tasks import Sender, deliver_message, sweep

LISTS = ("celery", "celery\x06\x163", "celery\x06\x169")  # first, normal, last: as Celery names them


@pytest.fixture
def queue():
    """Celery's queue in the real Redis, in the order in which a worker takes the messages; empty at the start."""
    client = redis.Redis(unix_socket_path=settings.CELERY_BROKER_URL.removeprefix("redis+socket://"))
    client.delete(*LISTS)
    yield lambda: [json.loads(entry) for name in LISTS for entry in client.lrange(name, 0, -1)]
    client.delete(*LISTS)
    client.close()


def test_task_delivers_its_message(message, noting):
    sent = message(noting)
    deliver_message(sent.pk)
    deliver_message(sent.pk)

    assert Group.objects.get().name == str(sent.subject_id)


def test_message_in_the_queue_holds_only_its_number_and_time_limits(message, hear, queue):
    sent = message(hear("thing.slow", print, time_limit=45))
    sender = Sender()
    sender(sent)
    sender.close()
    (entry,) = queue()

    assert (entry["headers"]["task"], entry["headers"]["argsrepr"]) == ("outbox.deliver", f"[{sent.pk}]")
    assert entry["headers"]["timelimit"] == [55, 45]


def test_messages_of_higher_priority_overtake(message, hear, queue):
    messages = [
        message(hear("thing.late", len, priority=Priority.LAST)),
        message(hear("thing.usual", abs)),
        message(hear("thing.urgent", print, priority=Priority.FIRST)),
    ]
    sender = Sender()
    for sent in messages:
        sender(sent)
    sender.close()

    assert [entry["headers"]["argsrepr"] for entry in queue()] == [f"[{sent.pk}]" for sent in reversed(messages)]


def test_sender_makes_a_new_connection_when_the_old_one_broke(message, noting, queue):
    sender = Sender()
    sender(message(noting))
    sender._producer.connection.default_channel.client.connection_pool.disconnect()
    sender._producer.connection.close()
    sender(message(noting))
    sender.close()

    assert len(queue()) == 2


def test_sweeper_sends_what_is_overdue_and_deletes_what_is_old(message, noting, queue):
    overdue = message(noting, next_try_at=timezone.now() - timedelta(minutes=1))
    message(noting, done_at=timezone.now() - timedelta(days=31))
    sweep()

    assert [entry["headers"]["argsrepr"] for entry in queue()] == [f"[{overdue.pk}]"]
    assert list(OutboxMessage.objects.all()) == [overdue]
