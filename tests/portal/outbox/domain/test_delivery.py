import logging
import threading
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.utils import timezone

from portal.audit.services import current_request_id
from portal.outbox.domain.delivery import MAX_ATTEMPTS, deliver, describe, lease, pause_after
from portal.outbox.enums import Delivery
from portal.outbox.models import OutboxMessage
from portal.outbox.models.subscription import Subscription


def test_effect_and_mark_are_there_after_delivery(message, noting):
    sent = message(noting)

    assert deliver(sent.pk) is Delivery.DONE
    sent.refresh_from_db()
    assert Group.objects.get().name == str(sent.subject_id)
    assert sent.done_at is not None
    assert (sent.attempts, sent.dead_at, sent.last_error) == (1, None, "")


def test_second_delivery_does_nothing(message, noting):
    sent = message(noting)

    assert [deliver(sent.pk), deliver(sent.pk)] == [Delivery.DONE, Delivery.SKIPPED]
    assert Group.objects.count() == 1


def test_unknown_message_is_skipped(db):
    assert deliver(12345) is Delivery.SKIPPED


def test_failed_handler_leaves_no_effect_and_a_note_without_contents(message, failing, caplog):
    sent = message(failing)
    with caplog.at_level(logging.WARNING):
        assert deliver(sent.pk) is Delivery.FAILED
    sent.refresh_from_db()

    assert not Group.objects.exists()
    assert (sent.attempts, sent.done_at, sent.dead_at) == (1, None, None)
    assert sent.last_error.startswith("LookupError (conftest.py:")
    assert "Mustermann" not in sent.last_error + caplog.text


def test_failed_message_waits_twice_as_long_each_time(message, failing, make_due):
    sent = message(failing)
    for seconds in (2, 4, 8):
        make_due()
        before = timezone.now()
        deliver(sent.pk)
        sent.refresh_from_db()

        assert before <= sent.next_try_at - timedelta(seconds=seconds) <= timezone.now()


def test_pause_is_never_longer_than_a_quarter_of_an_hour():
    assert [pause_after(attempts) for attempts in (9, 10, 20)] == [
        timedelta(seconds=512),
        timedelta(minutes=15),
        timedelta(minutes=15),
    ]


def test_message_is_given_up_after_the_last_attempt(message, failing, caplog):
    sent = message(failing, attempts=MAX_ATTEMPTS - 1)

    assert deliver(sent.pk) is Delivery.DEAD
    sent.refresh_from_db()
    assert sent.dead_at is not None
    assert sent.attempts == MAX_ATTEMPTS
    assert [entry.levelname for entry in caplog.records] == ["ERROR"]
    assert deliver(sent.pk) is Delivery.SKIPPED


def test_message_that_kills_its_workers_is_given_up(message, noting):
    sent = message(noting, attempts=MAX_ATTEMPTS)

    assert deliver(sent.pk) is Delivery.DEAD
    sent.refresh_from_db()
    assert sent.last_error == "WorkerLost"
    assert not Group.objects.exists()


def test_error_of_an_earlier_attempt_is_cleared_when_it_works(message, noting):
    sent = message(noting, attempts=2, last_error="KeyError")
    deliver(sent.pk)
    sent.refresh_from_db()

    assert (sent.attempts, sent.last_error) == (3, "")


def test_row_for_a_vanished_handler_counts_as_failed(message, noting):
    sent = message(Subscription("thing.happened", "gone.tasks.handler", print, 60))

    assert deliver(sent.pk) is Delivery.FAILED
    sent.refresh_from_db()
    assert sent.last_error.startswith("UnknownHandler (subscription.py:")


def test_audit_events_of_a_handler_carry_the_message(message, hear):
    seen = []
    sent = message(hear("thing.happened", lambda _subject_id: seen.append(current_request_id())))
    deliver(sent.pk)

    assert seen == [f"outbox:{sent.pk}"]


def test_message_stays_away_from_others_while_it_may_be_at_work(message, hear):
    slow = hear("thing.slow", lambda _subject_id: None, time_limit=45)

    assert lease(message(slow)) == timedelta(seconds=75)


def test_error_is_described_without_its_words():
    assert describe(ValueError("Erika Mustermann")) == "ValueError"


@pytest.mark.django_db(transaction=True)
def test_message_at_work_elsewhere_is_skipped(message, hear):
    working, may_end = threading.Event(), threading.Event()

    def slow(_subject_id):
        working.set()
        may_end.wait(60)
        Group.objects.create(name="once")

    sent = message(hear("thing.slow", slow))
    results = []

    def work():
        results.append(deliver(sent.pk))
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    assert working.wait(60)
    assert deliver(sent.pk) is Delivery.SKIPPED
    may_end.set()
    thread.join()

    assert results == [Delivery.DONE]
    assert (Group.objects.count(), OutboxMessage.objects.get().attempts) == (1, 1)
