from datetime import date

import pytest

from portal.law.objection import earliest_notification, objection_until
from portal.law.parameter import UnknownParameter

D = date.fromisoformat


@pytest.mark.parametrize(
    ("decided", "received", "notified"),
    [
        (None, None, None),
        ("2026-11-20", None, "2026-11-20"),
        (None, "2026-11-24", "2026-11-24"),
        ("2026-11-20", "2026-11-21", "2026-11-21"),
        ("2026-11-20", "2026-11-24", "2026-11-24"),
        ("2026-11-20", "2026-12-15", "2026-11-24"),  # later than the fourth day: the office may doubt it
        ("2024-11-20", "2024-12-15", "2024-11-23"),  # until 2024 it was the third day
        ("2020-11-20", "2020-12-15", "2020-12-15"),
    ],
)
def test_earlier_day_counts(decided, received, notified):
    found = earliest_notification(*(D(day) if day else None for day in (decided, received)))

    assert found == (D(notified) if notified else None)


@pytest.mark.parametrize(
    ("notified", "until"),
    [
        ("2026-11-24", "2026-12-24"),  # no holiday
        ("2026-11-22", "2026-12-22"),
        ("2027-01-31", "2027-03-01"),  # 28 February is a Sunday
        ("2026-11-25", "2026-12-28"),  # Christmas Day is a Friday, then a weekend
        ("2026-12-01", "2027-01-04"),  # New Year's Day is a Friday
        ("2026-12-31", "2027-02-01"),  # 31 January is a Sunday
        ("2026-10-01", "2026-11-02"),  # All Saints' Day is a Sunday here
    ],
)
def test_one_month_and_the_next_working_day(notified, until):
    assert objection_until(None, D(notified)) == D(until)


def test_holiday_of_one_land_moves_nothing():
    assert objection_until(None, D("2026-12-06")) == D("2027-01-06")


def test_nothing_known_means_no_day():
    assert objection_until(None, None) is None


def test_time_before_the_figures_is_not_guessed():
    with pytest.raises(UnknownParameter):
        objection_until(None, D("2020-01-07"))
