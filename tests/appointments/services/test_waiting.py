from uuid import uuid4

import pytest

from appointments.errors import TooLate
from appointments.models import WaitingEntry
from appointments.services import cancel_appointment, join_waiting_list, leave_waiting_list
from portal.cases.errors import NotPermitted
from tests.factories.appointments import MONDAY_NINE
from tests.factories.cases import claimant_actor

pytestmark = pytest.mark.django_db


def test_waiting_list_is_joined_once(booked, actor):
    first = join_waiting_list(actor=actor, appointment=booked)

    assert join_waiting_list(actor=actor, appointment=booked).since == first.since


def test_waiting_list_left_and_joined_again_begins_at_its_end(booked, actor, time_machine):
    first = join_waiting_list(actor=actor, appointment=booked)
    WaitingEntry.objects.update(offers_made=3)
    leave_waiting_list(actor=actor, appointment=booked)
    time_machine.shift(60)

    again = join_waiting_list(actor=actor, appointment=booked)

    assert (again.since > first.since, again.offers_made, again.ended_at) == (True, 0, None)


def test_waiting_list_ends_when_appointment_is_called_off(booked, actor):
    entry = join_waiting_list(actor=actor, appointment=booked)
    cancel_appointment(actor=actor, appointment=booked, token=uuid4())

    entry.refresh_from_db()
    assert entry.ended_at is not None


def test_waiting_list_of_what_has_begun_is_too_late(booked, actor, time_machine):
    time_machine.move_to(MONDAY_NINE)

    with pytest.raises(TooLate):
        join_waiting_list(actor=actor, appointment=booked)


def test_waiting_list_is_closed_to_another_household(booked, neighbour):
    with pytest.raises(NotPermitted):
        join_waiting_list(actor=claimant_actor(neighbour.case), appointment=booked)
