from datetime import timedelta

import pytest
from django.utils import timezone

from portal.outbox.domain.relay import prune_done, send_due
from portal.outbox.errors import BrokerUnreachable
from portal.outbox.models import OutboxMessage
from tests.portal.races import Race


def test_due_messages_are_sent_once_the_oldest_first(message, noting):
    messages = [message(noting) for _ in range(3)]
    sent = []

    assert send_due(sent.append) == 3
    assert sent == messages
    assert send_due(sent.append) == 0


def test_sent_message_comes_up_again_after_its_lease(message, noting, make_due):
    message(noting)
    before = timezone.now()
    send_due(lambda _message: None)
    stored = OutboxMessage.objects.get()

    assert before <= stored.next_try_at - timedelta(seconds=90) <= timezone.now()
    assert stored.sent_at >= before
    make_due()
    assert send_due(lambda _message: None) == 1


@pytest.mark.parametrize(("age", "pause"), [(1, 90), (10, 300), (60, 900), (6000, 900)])
def test_old_message_is_sent_again_ever_more_seldom(message, noting, time_machine, age, pause):
    time_machine.move_to(timezone.now(), tick=False)
    message(noting, created_at=timezone.now() - timedelta(minutes=age))
    send_due(lambda _message: None)
    stored = OutboxMessage.objects.get()

    assert stored.next_try_at - stored.sent_at == timedelta(seconds=pause)


def test_message_is_not_locked_while_it_is_sent(message, noting):
    message(noting)

    def look(sent):
        assert OutboxMessage.objects.open().get(pk=sent.pk).next_try_at > timezone.now()

    assert send_due(look) == 1


def test_broker_that_is_away_changes_nothing(message, noting):
    first, second, third = (message(noting) for _ in range(3))
    reached = []

    def broken(sent):
        if sent != first:
            raise ConnectionError("redis")
        reached.append(sent)

    with pytest.raises(BrokerUnreachable, match=r"^ConnectionError \(test_relay\.py:"):
        send_due(broken)

    assert reached == [first]
    assert list(OutboxMessage.objects.due()) == [second, third]
    assert set(OutboxMessage.objects.due().values_list("sent_at", flat=True)) == {None}


def test_batches_have_a_limit(message, noting):
    for _ in range(3):
        message(noting)

    assert [send_due(lambda _message: None, limit=2) for _ in range(3)] == [2, 1, 0]


def test_sweeper_leaves_fresh_messages_to_the_relay(message, noting):
    message(noting)
    overdue = message(noting, next_try_at=timezone.now() - timedelta(minutes=1))
    sent = []

    assert send_due(sent.append, overdue=timedelta(seconds=10)) == 1
    assert sent == [overdue]


@pytest.mark.django_db(transaction=True)
def test_two_relays_never_take_the_same_message(message, noting):
    for _ in range(4):
        message(noting)
    taken = []

    def relay(meet):
        first = list(OutboxMessage.objects.due().select_for_update(skip_locked=True)[:2])
        meet()
        taken.extend(first)

    assert Race(relay, relay).run() == [None, None]
    assert len({row.pk for row in taken}) == len(taken) == 4


def test_messages_done_long_ago_are_deleted(message, noting):
    message(noting, done_at=timezone.now() - timedelta(days=31))
    kept = [
        message(noting, done_at=timezone.now() - timedelta(days=29)),
        message(noting, dead_at=timezone.now() - timedelta(days=400)),
        message(noting),
    ]

    assert prune_done() == 1
    assert list(OutboxMessage.objects.order_by("id")) == kept
