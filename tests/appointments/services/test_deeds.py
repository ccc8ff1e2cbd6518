import pytest

from appointments.enums import AppointmentStatus
from appointments.errors import TooLate
from appointments.services.deeds import current, is_done, require_to_come
from portal.cases.errors import NotPermitted
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.cases import claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


def test_current_is_as_it_stands_now_and_for_who_may(booked, actor, colleague, neighbour):
    type(booked).objects.filter(pk=booked.pk).update(sequence=7)

    assert current(actor, booked).sequence == 7
    assert current(staff_actor(colleague), booked) == booked
    with pytest.raises(NotPermitted):
        current(claimant_actor(neighbour.case), booked)


def test_deed_with_unknown_token_is_not_done(booked):
    assert not is_done(booked, "never")


def test_deed_is_too_late_from_the_first_minute_on(time_machine):
    appointment = AppointmentFactory()
    require_to_come(appointment)
    time_machine.move_to(MONDAY_NINE)

    with pytest.raises(TooLate):
        require_to_come(appointment)


def test_deed_is_too_late_for_what_is_over():
    with pytest.raises(TooLate):
        require_to_come(AppointmentFactory(status=AppointmentStatus.ATTENDED, minutes=30))
