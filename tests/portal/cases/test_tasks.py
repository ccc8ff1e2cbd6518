import datetime

import pytest
from django.utils import timezone

from portal.cases.tasks import remind_of_ending_standings
from portal.celery import app
from tests.factories.cases import StandingFactory


@pytest.mark.django_db
def test_upkeep_reminds_of_what_ends_soon():
    StandingFactory(helper=True, valid_to=timezone.now() + datetime.timedelta(days=3))
    assert remind_of_ending_standings() == 1


def test_beat_runs_it():
    assert "cases.remind_of_ends" in {entry["task"] for entry in app.conf.beat_schedule.values()}
