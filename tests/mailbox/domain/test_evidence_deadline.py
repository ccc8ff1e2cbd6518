import datetime

import pytest

from mailbox.domain.evidence_deadline import default_deadline, reminder_from, suggested_day, working_day_from
from portal.law.periods import Place


def day(text):
    return datetime.date.fromisoformat(text)


BAVARIA = Place("BY")


@pytest.mark.parametrize(
    ("on", "place", "expected"),
    [
        ("2026-12-15", Place(), "2026-12-15"),  # a Tuesday
        ("2026-12-12", Place(), "2026-12-14"),  # a Saturday
        ("2026-12-25", Place(), "2026-12-28"),  # Christmas, Saturday, Sunday
        ("2027-01-06", Place(), "2027-01-06"),  # Epiphany is a holiday in three Länder only
        ("2027-01-06", BAVARIA, "2027-01-07"),
        ("2026-10-31", Place("BB"), "2026-11-02"),  # Reformation Day, a Saturday
        ("2026-10-25", Place(), "2026-10-26"),  # the day with 25 hours, a Sunday
    ],
)
def test_deadline_is_a_working_day_of_the_place(on, place, expected):
    assert working_day_from(day(on), place) == day(expected)


def test_holiday_of_the_municipality_counts():
    augsburg = Place("BY", frozenset({day("2028-08-08")}))

    assert working_day_from(day("2028-08-08"), augsburg) == day("2028-08-09")


def test_usual_deadline_leaves_two_weeks_from_the_day_it_counts_as_known_and_moves_on():
    assert default_deadline(day("2026-11-26"), BAVARIA) == day("2026-12-14")
    assert default_deadline(day("2026-12-19"), BAVARIA) == day("2027-01-07")


@pytest.mark.parametrize(("today", "expected"), [("2026-12-01", "2026-12-28"), ("2026-12-20", "2027-01-04")])
def test_more_time_counts_from_the_later_of_deadline_and_today(today, expected):
    assert suggested_day(day("2026-12-12"), day(today), Place()) == day(expected)


def test_reminder_goes_out_five_days_before():
    assert reminder_from(day("2026-12-15"), day("2026-12-01")) == day("2026-12-10")
