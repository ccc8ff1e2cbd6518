import datetime

import pytest

from appointments.domain.own_work import is_own_work
from tests.factories.accounts import AbsenceFactory, StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.cases import staff_actor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("status", "days", "expected"),
    [("booked", -30, True), ("booked", 30, True), ("attended", 6, True), ("attended", 8, False), ("held", 0, False)],
)
def test_case_is_own_work_around_the_appointment(time_machine, status, days, expected):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(days=days))
    held = {"held_until": MONDAY_NINE} if status == "held" else {}
    appointment = AppointmentFactory(status=status, **held)

    assert is_own_work(staff_actor(appointment.membership), appointment.case_id) is expected


def test_case_is_the_work_of_who_stands_in_and_of_no_other_colleague(time_machine):
    time_machine.move_to(MONDAY_NINE)
    appointment = AppointmentFactory()
    colleague = StaffMembershipFactory(jobcenter=appointment.case.jobcenter)
    assert not is_own_work(staff_actor(colleague), appointment.case_id)

    day = MONDAY_NINE.date()
    AbsenceFactory(membership=appointment.membership, first_day=day, last_day=day, deputy=colleague)
    assert is_own_work(staff_actor(colleague), appointment.case_id)
