import threading

import pytest
from django.db import connection, transaction

from portal.audit.domain.chain import GENESIS
from portal.audit.domain.sealing import lock_sealing, seal_all, seal_batch
from portal.audit.domain.verification import verify
from portal.audit.events import ACTOR_SHREDDED
from portal.audit.models import AuditEvent, AuditSeal
from portal.audit.services import record


def test_events_are_numbered_in_the_order_of_their_ids(db, actor):
    for _ in range(3):
        record(actor, ACTOR_SHREDDED)

    assert seal_all() == 3
    assert list(AuditSeal.objects.order_by("seq").values_list("seq", flat=True)) == [1, 2, 3]
    assert list(AuditEvent.objects.order_by("seal__seq")) == list(AuditEvent.objects.order_by("id"))


def test_each_seal_follows_on_the_one_before(db, actor):
    for _ in range(3):
        record(actor, ACTOR_SHREDDED)
        seal_all()
    seals = list(AuditSeal.objects.order_by("seq"))

    assert [bytes(seal.previous_hash) for seal in seals] == [GENESIS, bytes(seals[0].hash), bytes(seals[1].hash)]
    assert len({bytes(seal.hash) for seal in seals}) == 3


def test_nothing_to_seal_is_nothing(db):
    assert seal_all() == 0


def test_batches_have_a_limit(db, actor):
    for _ in range(3):
        record(actor, ACTOR_SHREDDED)

    assert [seal_batch(limit=2), seal_batch(limit=2), seal_batch(limit=2)] == [2, 1, 0]


def test_sealing_takes_few_statements_whatever_the_number(db, actor, django_assert_max_num_queries):
    for _ in range(50):
        record(actor, ACTOR_SHREDDED)
    with django_assert_max_num_queries(6):
        assert seal_batch() == 50


@pytest.mark.django_db(transaction=True)
def test_event_committed_late_gets_the_next_number(actor, tmp_path):
    recorded, may_commit = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            record(actor, ACTOR_SHREDDED)
            recorded.set()
            may_commit.wait(60)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    assert recorded.wait(60)
    record(actor, ACTOR_SHREDDED)
    assert seal_all() == 1
    may_commit.set()
    thread.join()

    assert seal_all() == 1
    assert list(AuditEvent.objects.order_by("id").values_list("seal__seq", flat=True)) == [2, 1]
    assert verify(tmp_path / "none").findings == ()


@pytest.mark.django_db(transaction=True)
def test_second_sealer_stands_back(actor):
    record(actor, ACTOR_SHREDDED)
    locked, done = threading.Event(), threading.Event()

    def other():
        with transaction.atomic():
            assert lock_sealing()
            locked.set()
            done.wait(60)
        connection.close()

    thread = threading.Thread(target=other)
    thread.start()
    assert locked.wait(60)
    assert seal_batch() == 0
    done.set()
    thread.join()
    assert seal_batch() == 1
