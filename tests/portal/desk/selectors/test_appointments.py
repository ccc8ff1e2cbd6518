import datetime

import pytest

from portal.desk.selectors.appointments import day_of, stood_in_for, weeks_of, without_outcome
from tests.factories.accounts import AbsenceFactory, StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OpeningRuleFactory
from tests.factories.cases import PersonFactory, staff_actor

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)
MONDAY = MONDAY_NINE.date()
DAYS = [MONDAY + datetime.timedelta(days=number) for number in range(5)]


@pytest.fixture(autouse=True)
def the_day_before(time_machine):
    time_machine.move_to(MONDAY_NINE - 24 * HOUR)
    return time_machine


@pytest.fixture
def member():
    return StaffMembershipFactory()


def agreed(member, starts=MONDAY_NINE, **facts):
    return AppointmentFactory(
        person=PersonFactory(case__jobcenter=member.jobcenter), membership=member, starts=starts, **facts
    )


def monday_of(member):
    return [
        (f"{each.starts:%H:%M}", f"{each.ends:%H:%M}", each.kind)
        for each in weeks_of(staff_actor(member), [member], DAYS)[0].days[0].entries
    ]


def test_day_shows_what_is_agreed_and_what_is_free_beside_it(member):
    OpeningRuleFactory(membership=member)
    agreed(member, MONDAY_NINE + HOUR)
    agreed(member, MONDAY_NINE + 2 * HOUR, status="offered", held_until=MONDAY_NINE)
    agreed(member, MONDAY_NINE, status="cancelled")
    agreed(member, MONDAY_NINE, status="held", held_until=MONDAY_NINE - 48 * HOUR)

    assert monday_of(member) == [
        ("09:00", "10:00", "free"),
        ("10:00", "10:30", "booked"),
        ("10:30", "11:00", "free"),
        ("11:00", "11:30", "offered"),
        ("11:30", "12:00", "free"),
    ]


def test_day_off_is_named_and_what_was_agreed_stays(member):
    OpeningRuleFactory(membership=member)
    AbsenceFactory(membership=member, first_day=MONDAY, last_day=MONDAY)
    agreed(member)

    monday, tuesday, *_others = weeks_of(staff_actor(member), [member], DAYS)[0].days

    assert (monday.is_away, [each.kind for each in monday.entries]) == (True, ["booked"])
    assert (tuesday.is_away, [each.kind for each in tuesday.entries]) == (False, ["free"])


def test_week_costs_the_same_however_much_is_in_it(member, django_assert_max_num_queries):
    colleagues = [member, *StaffMembershipFactory.create_batch(3, jobcenter=member.jobcenter)]
    for each in colleagues:
        OpeningRuleFactory(membership=each)
        for number in range(4):
            agreed(each, MONDAY_NINE + number * HOUR)
    actor = staff_actor(member)

    with django_assert_max_num_queries(6):
        weeks_of(actor, colleagues, DAYS)


def test_work_of_a_day_is_what_is_agreed_then(member, django_assert_num_queries):
    first, second = agreed(member, MONDAY_NINE + HOUR), agreed(member)
    agreed(member, MONDAY_NINE + 24 * HOUR)
    agreed(member, MONDAY_NINE + 3 * HOUR, status="offered", held_until=MONDAY_NINE)
    actor = staff_actor(member)

    with django_assert_num_queries(2):
        assert day_of(actor, [member.pk], MONDAY) == [second, first]


def test_what_is_over_without_an_outcome_is_named(member, the_day_before):
    first = agreed(member)
    agreed(member, MONDAY_NINE + HOUR, status="attended")
    agreed(StaffMembershipFactory(jobcenter=member.jobcenter))
    the_day_before.move_to(MONDAY_NINE + 2 * HOUR)
    agreed(member, MONDAY_NINE + 3 * HOUR)

    assert list(without_outcome(staff_actor(member))) == [first]


def test_who_stands_in_is_known_by_day(member):
    away = AbsenceFactory(membership__jobcenter=member.jobcenter, deputy=member, first_day=MONDAY, last_day=MONDAY)

    assert stood_in_for(member.pk, MONDAY) == [away.membership_id]
    assert stood_in_for(member.pk, MONDAY - datetime.timedelta(days=1)) == []
