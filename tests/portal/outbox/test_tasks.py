import json
from datetime import timedelta

import pytest
import redis
from django.contrib.auth.models import Group
from django.utils import timezone

from portal.outbox.enums import Priority, Queue
from portal.outbox.models import OutboxMessage
from portal.outbox.tasks import Sender, deliver_message, sweep

FIRST_BROKER = 6  # one of our own for each test process; the journeys have others
STEPS = ("", "\x06\x163", "\x06\x169")  # first, normal, last: as Celery names them
LISTS = [f"{name}{step}" for name in Queue for step in STEPS]


@pytest.fixture
def queue(settings, worker_id):
    """Celery's queues in the real Redis, in the order in which workers take the messages; empty at the start."""
    socket = settings.CELERY_BROKER_URL.removeprefix("redis+socket://")
    number = FIRST_BROKER + (int(worker_id.removeprefix("gw")) if worker_id.startswith("gw") else 0)
    settings.CELERY_BROKER_URL += f"?virtual_host={number}"
    client = redis.Redis(unix_socket_path=socket, db=number)
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


def test_message_waits_in_the_queue_of_its_subscription(message, hear, queue):
    sender = Sender()
    sender(message(hear("thing.usual", abs)))
    sender(message(hear("thing.proved", print, queue=Queue.PROOF)))
    sender.close()

    assert [entry["properties"]["delivery_info"]["routing_key"] for entry in queue()] == ["proof", "general"]


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
