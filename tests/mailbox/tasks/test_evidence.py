import pytest

from mailbox.tasks.evidence import remind_of_evidence
from portal.celery import app
from tests.factories.evidence import LEASE, asked


@pytest.mark.django_db
def test_nothing_is_due_so_nobody_is_reminded():
    asked(LEASE)

    assert remind_of_evidence() == 0


def test_beat_knows_the_task():
    assert "mailbox.remind_of_evidence" in {entry["task"] for entry in app.conf.beat_schedule.values()}
