import pytest

from applications.tasks.copies import remind_of_copies
from mailbox.models import Message
from portal.cases.enums import CaseStatus
from portal.cases.models import Case
from portal.celery import app
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def test_task_tells_everybody_once(time_machine):
    case = ApplicationFactory().case
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.CLOSED, closed_at="2026-12-01T12:00Z")
    time_machine.move_to("2036-11-20T12:00Z")

    assert [remind_of_copies(), remind_of_copies()] == [1, 0]
    assert Message.objects.count() == 1


def test_task_runs_once_a_day():
    entry = app.conf.beat_schedule["remind-of-copies"]

    assert (entry["task"], entry["schedule"]) == (remind_of_copies.name, 86400.0)
