import datetime

import pytest
import time_machine

from appointments.models import Reminder
from appointments.tasks.reminders import remind_of_appointments
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory

pytestmark = pytest.mark.django_db


def test_task_reminds_of_what_comes_near():
    AppointmentFactory()

    with time_machine.travel(MONDAY_NINE - datetime.timedelta(hours=3), tick=False):
        assert remind_of_appointments() == 1
    assert Reminder.objects.get().kind == "hours"
