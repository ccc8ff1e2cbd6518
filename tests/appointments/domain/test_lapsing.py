import datetime

import pytest
from django.utils import timezone

from appointments.domain.lapsing import release_lapsed
from appointments.enums import AppointmentStatus
from appointments.models import Appointment
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]


def test_lapsed_times_are_given_back_and_others_are_left():
    now = timezone.now()
    over = AppointmentFactory(status=AppointmentStatus.HELD, held_until=now)
    going_on = AppointmentFactory(status=AppointmentStatus.OFFERED, held_until=now + datetime.timedelta(seconds=1))
    agreed = AppointmentFactory(starts=MONDAY_NINE, held_until=None)

    assert (release_lapsed(now), release_lapsed(now)) == (1, 0)

    status = dict(Appointment.objects.values_list("pk", "status"))
    assert status == {over.pk: "released", going_on.pk: "offered", agreed.pk: "booked"}
    assert over.steps.get().actor_role == "system"
