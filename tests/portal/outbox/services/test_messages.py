import uuid

import pytest
from django.contrib.auth.models import Group
from django.db import transaction

from portal.audit.events import UserActor
from portal.audit.models import AuditEvent
from portal.outbox.domain.delivery import MAX_ATTEMPTS
from portal.outbox.enums import Delivery
from portal.outbox.errors import MessageNotDead, OutsideTransaction
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due, publish, retry_dead


def test_fact_becomes_one_row_per_subscriber_in_one_statement(db, hear, noting, django_assert_num_queries):
    second = hear("thing.happened", print)
    subject_id = uuid.uuid4()
    with django_assert_num_queries(1):
        publish("thing.happened", subject_id)
    rows = OutboxMessage.objects.order_by("id").values_list("fact", "handler", "subject_id", "attempts")

    assert list(rows) == [("thing.happened", name, subject_id, 0) for name in (noting.name, second.name)]


def test_fact_that_nobody_hears_costs_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        publish("nobody.cares", uuid.uuid4())


def test_fact_goes_with_a_rolled_back_transaction(db, noting):
    with transaction.atomic():
        publish(noting.fact, uuid.uuid4())
        transaction.set_rollback(True)

    assert not OutboxMessage.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_fact_outside_of_a_transaction_is_refused(noting):
    with pytest.raises(OutsideTransaction, match=r"^thing\.happened$"):
        publish(noting.fact, uuid.uuid4())


def test_due_messages_are_delivered_in_place(db, noting, failing):
    publish(noting.fact, uuid.uuid4())
    publish(failing.fact, uuid.uuid4())

    assert deliver_due() == [Delivery.DONE, Delivery.FAILED]
    assert Group.objects.count() == 1


def test_what_a_handler_publishes_is_delivered_too(db, hear, noting):
    hear("first.happened", lambda subject_id: publish(noting.fact, subject_id))
    publish("first.happened", uuid.uuid4())

    assert deliver_due() == [Delivery.DONE, Delivery.DONE]
    assert Group.objects.count() == 1


def test_delivery_in_place_has_a_limit(db, noting):
    for _ in range(3):
        publish(noting.fact, uuid.uuid4())

    assert deliver_due(limit=2) == [Delivery.DONE, Delivery.DONE]


def test_given_up_message_can_be_tried_again(message, noting, make_due):
    dead = message(noting, dead_at="2026-01-01T00:00Z", attempts=MAX_ATTEMPTS, last_error="KeyError")
    retry_dead(dead, UserActor(uuid.uuid4(), "administrator"))

    assert deliver_due() == [Delivery.DONE]
    assert list(AuditEvent.objects.values_list("event", "role", "subject_type", "subject_id")) == [
        ("outbox.retried", "administrator", "outbox.outboxmessage", str(dead.pk))
    ]


def test_message_that_was_not_given_up_is_left_alone(message, noting):
    with pytest.raises(MessageNotDead):
        retry_dead(message(noting, attempts=3), UserActor(uuid.uuid4(), "administrator"))
    assert OutboxMessage.objects.get().attempts == 3
    assert not AuditEvent.objects.exists()
