import datetime

import pytest
from django.db import IntegrityError, transaction

from appointments.domain.booking import PERSON_ONCE, begin, clash_of, lapsed, new_appointment, release, take_time
from appointments.enums import AppointmentStatus, Change, Channel
from appointments.errors import PersonBusy, SlotNotOffered, SlotTaken
from appointments.models import Appointment
from appointments.selectors.slots import SlotQuery, candidates_at
from portal.cases.models import system_actor
from tests.factories.appointments import BERLIN, MONDAY_NINE, AppointmentFactory, OpeningRuleFactory, ServiceFactory
from tests.factories.cases import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]
SYSTEM = system_actor("test")


@pytest.fixture
def colleague():
    return OpeningRuleFactory().membership


@pytest.fixture
def query(colleague):
    return SlotQuery(service=ServiceFactory(jobcenter=colleague.jobcenter, gap_minutes=10))


def writer(query, person=None):
    person = person or PersonFactory(case__jobcenter=query.service.jobcenter)

    def write(slot):
        facts = {"status": AppointmentStatus.BOOKED}
        new = new_appointment(
            case_id=person.case_id,
            person_id=person.pk,
            service=query.service,
            slot=slot,
            channel=Channel.PHONE,
            **facts,
        )
        return begin(new, actor=SYSTEM, change=Change.BOOKED)

    return write


def test_time_is_taken_with_the_pause_after_it(query, colleague):
    taken = take_time(query, MONDAY_NINE, writer(query))

    assert taken.membership == colleague
    assert taken.occupied.upper - taken.period.upper == datetime.timedelta(minutes=10)
    assert taken.steps.get().change == Change.BOOKED


def test_time_that_is_gone_is_taken_and_what_never_was_is_not_offered(query):
    take_time(query, MONDAY_NINE, writer(query))

    with pytest.raises(SlotTaken):
        take_time(query, MONDAY_NINE, writer(query))
    with pytest.raises(SlotNotOffered):
        take_time(query, MONDAY_NINE.replace(hour=20), writer(query))


def test_time_given_away_meanwhile_is_tried_with_the_next_colleague(query, colleague):
    other = OpeningRuleFactory(membership__jobcenter=colleague.jobcenter).membership
    write, tried = writer(query), []

    def write_late(slot):
        if not tried:  # somebody else is faster, after the search and before the insert
            AppointmentFactory(membership_id=slot.membership_id, membership=None)
        tried.append(slot.membership_id)
        return write(slot)

    assert take_time(query, MONDAY_NINE, write_late).membership_id == tried[1]
    assert set(tried) == {colleague.pk, other.pk}


def test_time_is_refused_while_person_is_elsewhere(query):
    person = AppointmentFactory().person

    with pytest.raises(PersonBusy):
        take_time(query, MONDAY_NINE, writer(query, person))


def test_other_refusals_of_the_database_are_not_hidden(query):
    def write(slot):
        raise IntegrityError("something else")

    with pytest.raises(IntegrityError):
        take_time(query, MONDAY_NINE, write)


def test_clash_names_its_constraint():
    person = AppointmentFactory().person

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        AppointmentFactory(person=person)
    assert clash_of(refusal.value) == PERSON_ONCE


def test_released_time_is_free_and_no_more_lapsed(query):
    held = AppointmentFactory(status=AppointmentStatus.HELD, held_until=MONDAY_NINE - datetime.timedelta(days=20))
    assert list(lapsed()) == [held]

    release(held, actor=SYSTEM)

    assert (list(lapsed()), Appointment.objects.get().status) == ([], AppointmentStatus.RELEASED)


@pytest.mark.parametrize(
    ("day", "wall", "offsets"),
    [
        (datetime.date(2027, 3, 28), "01:00", [1]),  # one hour later the clocks have jumped to 3
        (datetime.date(2027, 3, 28), "02:00", []),  # this hour is left out
        (datetime.date(2027, 3, 28), "02:30", []),
        (datetime.date(2027, 3, 28), "03:00", [2]),
        (datetime.date(2026, 10, 25), "02:00", [2]),  # comes twice: the first one
        (datetime.date(2026, 10, 25), "03:00", [1]),
    ],
)
def test_time_exists_once_when_the_clocks_change(query, colleague, time_machine, day, wall, offsets):
    time_machine.move_to(datetime.datetime.combine(day - datetime.timedelta(days=5), datetime.time(12), BERLIN))
    colleague.opening_rules.update(
        starts=datetime.time(0), ends=datetime.time(4), weekdays=[6], first_day=day - datetime.timedelta(days=28)
    )
    query.service.gap_minutes = 0
    hour, minute = map(int, wall.split(":"))

    found = [
        slot.starts.utcoffset() // datetime.timedelta(hours=1)
        for fold in (0, 1)
        for slot in candidates_at(query, datetime.datetime.combine(day, datetime.time(hour, minute, fold=fold), BERLIN))
        if slot.starts.strftime("%H:%M") == wall
    ]

    assert sorted(set(found)) == offsets
