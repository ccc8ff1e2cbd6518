from datetime import timedelta

from django.utils import timezone

from portal.outbox.selectors import dead_messages, oldest_open_age


def test_age_is_that_of_the_oldest_open_message(message, noting, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    assert oldest_open_age() is None
    message(noting, created_at=timezone.now() - timedelta(minutes=5))
    message(noting, created_at=timezone.now() - timedelta(hours=5), done_at=timezone.now())
    message(noting, created_at=timezone.now() - timedelta(hours=6), dead_at=timezone.now())

    assert oldest_open_age() == timedelta(minutes=5)


def test_dead_messages_come_newest_first(message, noting):
    older = message(noting, dead_at=timezone.now() - timedelta(days=1))
    newer = message(noting, dead_at=timezone.now())

    assert list(dead_messages()) == [newer, older]
