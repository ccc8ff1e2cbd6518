import datetime
import uuid

import pytest

from appointments.selectors.timetable import (
    BERLIN,
    UTC,
    Colleague,
    Pattern,
    days_of,
    holiday_name,
    moment_of,
    openings_of,
    times_in,
)
from portal.law.periods import Place

D = datetime.date
MONDAY = D(2026, 12, 7)
GAP, FOLD = D(2027, 3, 28), D(2026, 10, 25)  # Sundays on which the clocks change


def pattern(**changes):
    facts = {
        "rule_id": uuid.uuid4(),
        "weekdays": (0, 1, 2, 3, 4, 5, 6),
        "every_weeks": 1,
        "starts": datetime.time(9),
        "ends": datetime.time(11),
        "first_day": D(2026, 1, 1),
        "last_day": None,
        "channels": frozenset({"phone"}),
        "languages": frozenset(),
    }
    return Pattern(**{**facts, **changes})


def colleague(*patterns, **facts):
    return Colleague(membership_id=uuid.uuid4(), valid_from=D(2020, 1, 1), valid_to=None, patterns=patterns, **facts)


def moment(day, hour, minute=0, fold=0):
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN, fold=fold).astimezone(UTC)


def begins(who, first, last=None, *, minutes=30, gap=0, holidays=()):
    """Local beginnings of all times, as ``"7 09:00"``."""
    openings = openings_of(who, first, last or first, lambda day: day in holidays)
    spans = [span for opening in openings for span in times_in(opening, minutes, gap)]
    return [f"{start.astimezone(BERLIN):%-d %H:%M}" for start, _end in sorted(spans)]


def test_times_fill_an_opening():
    assert begins(colleague(pattern()), MONDAY) == ["7 09:00", "7 09:30", "7 10:00", "7 10:30"]


def test_times_leave_the_pause_after_each():
    assert begins(colleague(pattern()), MONDAY, gap=10) == ["7 09:00", "7 09:40", "7 10:20"]


def test_last_pause_may_reach_over_the_end():
    assert begins(colleague(pattern()), MONDAY, minutes=50, gap=20) == ["7 09:00", "7 10:10"]


def test_opening_shorter_than_a_time_has_none():
    assert begins(colleague(pattern()), MONDAY, minutes=121) == []


def test_days_are_those_of_the_week():
    assert days_of(pattern(weekdays=(0, 3)), MONDAY, D(2026, 12, 17)) == [
        MONDAY,
        D(2026, 12, 10),
        D(2026, 12, 14),
        D(2026, 12, 17),
    ]


def test_every_other_week_is_counted_from_the_week_of_the_first_day():
    every_other = pattern(weekdays=(0,), every_weeks=2, first_day=D(2026, 12, 2))  # a Wednesday: its Monday is past

    assert days_of(every_other, D(2026, 12, 1), D(2027, 1, 15)) == [D(2026, 12, 14), D(2026, 12, 28), D(2027, 1, 11)]


def test_old_pattern_has_the_days_of_a_new_one():
    old = pattern(weekdays=(0,), every_weeks=3, first_day=D(1990, 1, 1))  # 643 times three weeks before the first

    assert days_of(old, D(2026, 12, 7), D(2027, 1, 4)) == [D(2026, 12, 21)]


@pytest.mark.parametrize(("first", "last"), [(D(2026, 12, 10), None), (D(2026, 1, 1), D(2026, 12, 4))])
def test_days_outside_of_the_pattern_are_none(first, last):
    assert days_of(pattern(first_day=first, last_day=last), MONDAY, D(2026, 12, 9)) == []


def test_first_and_last_day_count():
    assert days_of(pattern(first_day=MONDAY, last_day=D(2026, 12, 8)), D(2026, 12, 1), D(2026, 12, 31)) == [
        MONDAY,
        D(2026, 12, 8),
    ]


def test_holiday_has_no_time():
    assert begins(colleague(pattern()), MONDAY, holidays={MONDAY}) == []


def test_additional_time_holds_on_a_holiday():
    extra = ((moment(MONDAY, 14), moment(MONDAY, 15)), pattern())

    assert begins(colleague(pattern(), extras=(extra,)), MONDAY, holidays={MONDAY}) == ["7 14:00", "7 14:30"]


def test_absence_takes_additional_time_too():
    extra = ((moment(MONDAY, 14), moment(MONDAY, 15)), pattern())

    assert begins(colleague(pattern(), extras=(extra,), away=((MONDAY, MONDAY),)), MONDAY) == []


def test_closed_time_takes_what_reaches_into_it():
    who = colleague(pattern(), closed=((moment(MONDAY, 9, 45), moment(MONDAY, 10, 30)),))

    assert begins(who, MONDAY) == ["7 09:00", "7 10:30"]


@pytest.mark.parametrize(("valid_from", "valid_to"), [(D(2026, 12, 8), None), (D(2020, 1, 1), D(2026, 12, 6))])
def test_nobody_has_time_before_or_after_they_work_there(valid_from, valid_to):
    who = Colleague(membership_id=uuid.uuid4(), valid_from=valid_from, valid_to=valid_to, patterns=(pattern(),))

    assert begins(who, MONDAY) == []


def test_wall_time_that_the_clocks_jump_over_is_not_offered():
    night = colleague(pattern(starts=datetime.time(1), ends=datetime.time(4)))

    assert begins(night, GAP) == ["28 01:00", "28 01:30", "28 03:00", "28 03:30"]


def test_time_before_the_jump_ends_after_it():
    night = colleague(pattern(starts=datetime.time(1, 30), ends=datetime.time(4)))
    (opening,) = openings_of(night, GAP, GAP, lambda _day: False)

    assert next(times_in(opening, 30, 0)) == (moment(GAP, 1, 30), moment(GAP, 3))


def test_end_that_the_clocks_jump_over_is_before_the_jump():
    night = colleague(pattern(starts=datetime.time(1), ends=datetime.time(2, 30)))

    assert begins(night, GAP) == ["28 01:00"]  # 01:30 would end at 03:00


def test_hour_that_comes_twice_is_offered_once_in_summer_time():
    night = colleague(pattern(starts=datetime.time(1, 30), ends=datetime.time(3, 30)))
    (opening,) = openings_of(night, FOLD, FOLD, lambda _day: False)

    assert [start for start, _end in times_in(opening, 30, 0)] == [
        datetime.datetime(2026, 10, 24, 23, 30, tzinfo=UTC),  # 1:30 +2
        datetime.datetime(2026, 10, 25, 0, 0, tzinfo=UTC),  # 2:00 +2
        datetime.datetime(2026, 10, 25, 0, 30, tzinfo=UTC),  # 2:30 +2
        datetime.datetime(2026, 10, 25, 2, 0, tzinfo=UTC),  # 3:00 +1
    ]


def test_moment_of_a_wall_time_that_does_not_exist_is_none():
    assert moment_of(datetime.datetime(2027, 3, 28, 2, 0)) is None  # noqa: DTZ001 -- a wall time
    assert moment_of(datetime.datetime(2027, 3, 28, 3, 0)) == moment(GAP, 3)  # noqa: DTZ001 -- as above


def test_nine_stays_nine_over_the_change():
    days = [span[0] for opening in openings_of(colleague(pattern()), D(2027, 3, 27), D(2027, 3, 29), lambda _d: False)
            for span in times_in(opening, 120, 0)]  # fmt: skip

    assert [(day.astimezone(BERLIN).hour, day.hour) for day in days] == [(9, 8), (9, 7), (9, 7)]


@pytest.mark.parametrize(
    ("day", "place", "name"),
    [
        (D(2026, 12, 25), Place(), "Erster Weihnachtstag"),
        (D(2026, 8, 8), Place("BY", frozenset({D(2026, 8, 8)})), ""),
        (D(2026, 3, 8), Place("BE"), "Frauentag"),
        (D(2026, 3, 8), Place("NW"), None),
        (D(2026, 12, 5), Place("BE"), None),  # a Saturday is no holiday
        (D(2026, 8, 10), Place("", frozenset({D(2026, 8, 10)})), ""),
    ],
)
def test_holidays_of_the_land_and_of_the_place(day, place, name):
    assert holiday_name(day, place) == name
