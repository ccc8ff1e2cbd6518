import datetime

import pytest
import time_machine

from appointments.models import Reminder
from appointments.tasks.reminders import remind_of_appointments, tell_of_agreed_steps
from portal.celery import app
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory

pytestmark = pytest.mark.django_db


def test_task_reminds_of_what_comes_near():
    AppointmentFactory()

    with time_machine.travel(MONDAY_NINE - datetime.timedelta(hours=3), tick=False):
        assert remind_of_appointments() == 1
    assert Reminder.objects.get().kind == "hours"


def test_task_tells_what_was_agreed():
    AppointmentFactory().agreed_steps.create(text="Lebenslauf schicken", created_at=MONDAY_NINE)

    with time_machine.travel(MONDAY_NINE + datetime.timedelta(hours=1), tick=False):
        assert tell_of_agreed_steps() == 1
        assert tell_of_agreed_steps() == 0
    assert app.conf.beat_schedule["tell-agreed-steps"]["schedule"] == 60.0
