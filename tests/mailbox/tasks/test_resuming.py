import datetime

import pytest
from django.utils import timezone

from mailbox.models import Decision
from mailbox.tasks.resuming import resume_decision_notices
from portal.celery import app
from portal.outbox.models import OutboxMessage
from tests.factories.decisions import house, released

pytestmark = pytest.mark.django_db


def test_given_up_notice_is_brought_up_again():
    decision = released(house())
    assert resume_decision_notices() == 0

    OutboxMessage.objects.filter(subject_id=decision.pk).update(dead_at=timezone.now())
    Decision.objects.update(released_at=timezone.now() - datetime.timedelta(hours=1))
    assert resume_decision_notices() == 1
    assert OutboxMessage.objects.filter(fact="decision.notice_due", dead_at=None).count() == 1


def test_beat_asks_every_ten_minutes():
    entry = app.conf.beat_schedule["resume-decision-notices"]

    assert (entry["task"], entry["schedule"]) == (resume_decision_notices.name, 600.0)
