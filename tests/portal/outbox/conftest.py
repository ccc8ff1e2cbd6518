"""Handlers that live for one test, and messages in every state."""

import uuid

import pytest
from django.contrib.auth.models import Group
from django.db import connection

from portal.outbox.models import OutboxMessage, subscribe, subscriptions


@pytest.fixture
def hear(request):
    """``hear("fact", handler)`` subscribes until the end of the test."""

    def add(fact, handler, **options):
        entry = subscribe(fact, handler, **options)
        request.addfinalizer(lambda: subscriptions.remove(entry))
        return entry

    return add


@pytest.fixture
def noting(hear):
    """A handler of ``thing.happened`` whose effect is a row named like the subject."""

    def note(subject_id):
        Group.objects.create(name=str(subject_id))

    return hear("thing.happened", note)


@pytest.fixture
def failing(hear):
    """A handler of ``thing.broke`` that has an effect and then fails with words nobody may read."""

    def fail(subject_id):
        Group.objects.create(name=str(subject_id))
        raise LookupError("Erika Mustermann")

    return hear("thing.broke", fail)


@pytest.fixture
def message(db):
    """``message(noting, attempts=3)`` stores one."""

    def create(subscription, **values):
        return OutboxMessage.objects.create(
            fact=subscription.fact, handler=subscription.name, subject_id=uuid.uuid4(), **values
        )

    return create


@pytest.fixture
def make_due(db):
    """Let the pause of every message be over."""

    def shift():
        with connection.cursor() as cursor:
            cursor.execute("UPDATE outbox_outboxmessage SET next_try_at = clock_timestamp() - interval '1 minute'")

    return shift
