import datetime

import pytest
from django.db import IntegrityError, transaction

from appointments.enums import AppointmentStatus
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, RoomFactory

pytestmark = pytest.mark.django_db
A_QUARTER_LATER = MONDAY_NINE + datetime.timedelta(minutes=15)


def refused_by(constraint: str, **fields) -> bool:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        AppointmentFactory(**fields)
    return True


def test_appointment_refuses_second_one_of_staff_at_that_time():
    first = AppointmentFactory()

    assert refused_by("appointment_staff_once", membership=first.membership, starts=A_QUARTER_LATER)


def test_appointment_refuses_second_one_in_room_at_that_time():
    room = RoomFactory()
    AppointmentFactory(room=room)

    assert refused_by("appointment_room_once", room=room, starts=A_QUARTER_LATER)


def test_appointment_refuses_second_one_of_person_at_that_time():
    first = AppointmentFactory()

    assert refused_by("appointment_person_once", person=first.person, starts=A_QUARTER_LATER)


def test_appointment_may_follow_directly():
    first = AppointmentFactory()

    second = AppointmentFactory(
        person=first.person, membership=first.membership, starts=MONDAY_NINE + datetime.timedelta(minutes=30)
    )

    assert second.period.lower == first.period.upper


@pytest.mark.parametrize("status", [AppointmentStatus.CANCELLED, AppointmentStatus.RELEASED])
def test_appointment_frees_time_when_given_up(status):
    first = AppointmentFactory(status=status)

    assert AppointmentFactory(membership=first.membership, person=first.person).pk


def test_appointment_offered_keeps_staff_but_not_person():
    offered = AppointmentFactory(status=AppointmentStatus.OFFERED, held_until=MONDAY_NINE)

    assert AppointmentFactory(person=offered.person).pk
    assert refused_by("appointment_staff_once", membership=offered.membership)


def test_appointment_held_needs_an_end():
    assert refused_by("appointment_tentative_has_end", status=AppointmentStatus.HELD)
