import datetime
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from appointments.domain.booking import take_time
from appointments.enums import AppointmentStatus, Channel
from appointments.errors import AppointmentError, PersonBusy, SlotNotOffered, SlotTaken
from appointments.models import Appointment
from appointments.selectors.slots import SlotQuery, free_slots
from appointments.services import hold_slot, move_appointment
from portal.cases.errors import NotPermitted
from tests.factories.appointments import BERLIN, MONDAY_NINE, AppointmentFactory
from tests.factories.cases import PersonFactory, claimant_actor

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)
SPRING, AUTUMN = datetime.date(2027, 3, 28), datetime.date(2026, 10, 25)


def nights(day):
    """Moments around the hour at which the clocks change, in whole minutes."""
    midnight = datetime.datetime.combine(day, datetime.time(), BERLIN).astimezone(datetime.UTC)
    return st.integers(0, 6 * 60).map(lambda minutes: midnight + datetime.timedelta(minutes=minutes))


@pytest.fixture
def at_night(colleague, service):
    """The colleague is there from midnight to five on Sundays."""

    def opened(day):
        first = day - datetime.timedelta(days=day.weekday() + 1)
        colleague.opening_rules.update(
            starts=datetime.time(0), ends=datetime.time(5), weekdays=[6], first_day=first - datetime.timedelta(days=7)
        )
        return SlotQuery(service=service)

    return opened


@pytest.mark.parametrize("day", [SPRING, AUTUMN], ids=["hour left out", "hour twice"])
def test_times_of_the_night_when_the_clocks_change_are_exactly_the_free_ones(at_night, time_machine, day):
    time_machine.move_to(datetime.datetime.combine(day, datetime.time(12), BERLIN) - datetime.timedelta(days=6))
    query = at_night(day)
    free = {slot.starts.astimezone(datetime.UTC): slot for slot in free_slots(query, first_day=day, days=1)}

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(nights(day))
    def check(starts):
        try:
            slot = take_time(query, starts, lambda slot: slot)
        except (SlotNotOffered, SlotTaken):
            assert starts not in free
        else:
            begins, ends = (each.astimezone(datetime.UTC) for each in (slot.starts, slot.ends))
            assert (begins, ends - begins) == (starts, HOUR / 2)  # in one zone: Python calls no two of the night equal
            assert starts in free

    check()
    assert all(slot.ends.astimezone(datetime.UTC) - begins == HOUR / 2 for begins, slot in free.items())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.datetimes(
        datetime.datetime(2026, 11, 1),  # noqa: DTZ001 -- made aware below
        datetime.datetime(2027, 1, 31),  # noqa: DTZ001
    ),
    st.sampled_from([datetime.UTC, BERLIN, datetime.timezone(datetime.timedelta(hours=-8))]),
)
def test_any_moment_from_anywhere_is_held_as_it_is_or_refused_kindly(colleague, hold, moment, zone):
    starts = moment.replace(minute=moment.minute // 30 * 30, second=0, microsecond=0, tzinfo=zone)
    try:
        held = hold(starts)
    except AppointmentError:
        return
    wall = held.period.lower.astimezone(BERLIN)
    assert held.period.lower == starts
    assert (wall.weekday() < 5, 9 <= wall.hour < 12) == (True, True)


def test_hold_with_colleague_whose_account_is_blocked_is_not_offered(colleague, hold):
    colleague.user.is_active = False
    colleague.user.save()

    with pytest.raises(SlotNotOffered):
        hold()


def test_hold_for_person_of_another_case_is_refused(actor, standing, colleague, service):
    stranger = PersonFactory()

    with pytest.raises(NotPermitted):
        hold_slot(
            actor=actor,
            case=standing.case,
            person=stranger,
            query=SlotQuery(service=service),
            starts=MONDAY_NINE,
            channel=Channel.PHONE,
        )
    with pytest.raises(NotPermitted):
        hold_slot(
            actor=claimant_actor(stranger.case),
            case=standing.case,
            person=standing.person,
            query=SlotQuery(service=service),
            starts=MONDAY_NINE,
            channel=Channel.PHONE,
        )


def test_move_into_another_appointment_of_the_person_is_refused_and_keeps_both(booked, actor, standing, service):
    AppointmentFactory(person=standing.person, starts=MONDAY_NINE + HOUR)

    with pytest.raises(PersonBusy):
        move_appointment(
            actor=actor,
            appointment=booked,
            query=SlotQuery(service=service),
            starts=MONDAY_NINE + HOUR,
            channel=Channel.IN_PERSON,
            token=uuid4(),
        )
    assert Appointment.objects.filter(status=AppointmentStatus.BOOKED).count() == 2
