import datetime

import pytest

from appointments.enums import Channel, ExceptionKind
from appointments.selectors.week import hours_of, week_of
from portal.accounts.enums import Land
from tests.factories.accounts import AbsenceFactory, JobcenterFactory, LocalHolidayFactory, StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, OpeningRuleFactory, RoomFactory

pytestmark = pytest.mark.django_db
MONDAY = MONDAY_NINE.date()
DAY, HOUR = datetime.timedelta(days=1), datetime.timedelta(hours=1)


@pytest.fixture
def rule():
    jobcenter = JobcenterFactory(land=Land.BE)
    room = RoomFactory(office__jobcenter=jobcenter, name="Raum 104")
    return OpeningRuleFactory(
        membership=StaffMembershipFactory(jobcenter=jobcenter), room=room, channels=[Channel.IN_PERSON]
    )


def week(rule, monday=MONDAY):
    return week_of(rule.membership.jobcenter_id, {rule.membership_id: "Frau Ahrens"}, monday)


def said(day):
    return [(f"{each.begins:%H:%M}", f"{each.ends:%H:%M}", each.is_open, each.is_extra) for each in day.stretches]


def test_week_says_who_has_time_where_and_how(rule, django_assert_num_queries):
    with django_assert_num_queries(7):
        days = week(rule)

    assert [day.day.day for day in days] == [7, 8, 9, 10, 11]
    (stretch,) = days[0].stretches
    assert (stretch.name, stretch.channels, stretch.place) == ("Frau Ahrens", "persönlich im Jobcenter", "Raum 104")
    assert said(days[0]) == [("09:00", "12:00", True, False)]


def test_week_marks_what_is_different(rule):
    who = rule.membership
    who.calendar_exceptions.create(period=(MONDAY_NINE + HOUR, MONDAY_NINE + 2 * HOUR))
    who.calendar_exceptions.create(
        period=(MONDAY_NINE + 5 * DAY, MONDAY_NINE + 5 * DAY + HOUR), kind=ExceptionKind.OPEN, like=rule
    )
    AbsenceFactory(membership=who, first_day=MONDAY + DAY, last_day=MONDAY + DAY)
    LocalHolidayFactory(jobcenter=who.jobcenter, day=MONDAY + 2 * DAY, name="Stadtfest")

    days = week(rule)

    assert said(days[0]) == [
        ("09:00", "10:00", True, False),
        ("10:00", "11:00", False, False),
        ("11:00", "12:00", True, False),
    ]
    assert (days[1].away, said(days[1])) == (("Frau Ahrens",), [])
    assert (days[2].holiday, said(days[2])) == ("Stadtfest", [])
    assert (days[5].day.day, said(days[5])) == (12, [("09:00", "10:00", True, True)])


def test_week_names_the_holidays_of_the_land(rule):
    days = week(rule, datetime.date(2026, 12, 21))

    assert [(day.day.day, day.holiday) for day in days if day.holiday] == [(25, "Erster Weihnachtstag")]


def test_hours_reach_from_first_to_last(rule):
    assert hours_of(week(rule)) == range(9, 12)
    rule.ends = datetime.time(12, 30)
    rule.save()
    days = week(rule)
    assert hours_of(days) == range(9, 13)
    assert [days[0].stretches[0].is_in(hour) for hour in (8, 9, 12, 13)] == [False, True, True, False]
    assert hours_of([]) == range(0)
