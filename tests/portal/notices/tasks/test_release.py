import uuid

import pytest
from django.utils import timezone

from portal.celery import app
from portal.notices.models import Dispatch
from portal.notices.tasks.release import release
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db


def test_beat_gives_the_turn_to_what_is_due():
    Dispatch.objects.create(
        case=CaseFactory(), template="new_message", subject_id=uuid.uuid4(), key="a", due_at=timezone.now()
    )
    assert (release(), release()) == (1, 0)


def test_beat_knows_the_task():
    assert app.conf.beat_schedule["release-notices"]["task"] == release.name
