import pytest
from django.conf import settings

from portal.leaving.models import DataCopy
from portal.leaving.services import request_copy
from portal.leaving.tasks import COPY_TIME_LIMIT, announce_copy, make_copy
from portal.outbox.models import subscriptions
from portal.outbox.tasks import KILL_AFTER
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_copy_is_made_and_announced():
    copy = request_copy(user=UserFactory())
    make_copy(copy.pk)
    announce_copy(copy.pk)

    made = DataCopy.objects.get()
    assert made.ready_at is not None
    assert made.announced_at is not None


def test_handlers_hear_of_their_facts():
    assert [entry.name for entry in subscriptions.of("data_copy.requested")] == ["leaving.tasks.make_copy"]
    assert [entry.name for entry in subscriptions.of("data_copy.ready")] == ["leaving.tasks.announce_copy"]


def test_worker_is_ended_before_the_broker_hands_the_task_to_another():
    assert settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"] > COPY_TIME_LIMIT + KILL_AFTER
