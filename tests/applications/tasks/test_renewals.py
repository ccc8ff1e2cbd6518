import datetime

import pytest
import time_machine

from applications.tasks.renewals import remind_of_renewals
from portal.celery import app
from tests.factories.renewals import GrantPeriodFactory
from tests.factories.triage import ApplicationFactory


@pytest.mark.django_db
def test_reminders_may_run_again():
    GrantPeriodFactory(case=ApplicationFactory().case)

    with time_machine.travel(datetime.datetime(2027, 1, 2, 9, 0, tzinfo=datetime.UTC)):
        assert (remind_of_renewals(), remind_of_renewals()) == (1, 0)


def test_beat_calls_it_by_its_name():
    assert "applications.remind_of_renewals" in {entry["task"] for entry in app.conf.beat_schedule.values()}
