from datetime import UTC, date, datetime

import pytest

from portal.law.dates import (
    add_months,
    age_on,
    age_reached_in_month,
    birthday,
    day_of,
    effective_from,
    grant_months,
    month_end,
    months_from,
    pension_age_limit,
)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2020-11-03", "2026-11-02", 5),
        ("2020-11-03", "2026-11-03", 6),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2026-12-01", "2026-11-30", -1),
    ],
)
def test_age_is_completed_on_the_birthday(born, on, age):
    assert age_on(date.fromisoformat(born), date.fromisoformat(on)) == age


def test_age_step_counts_from_the_first_of_the_birthday_month():
    born = date(1997, 1, 25)
    assert [age_reached_in_month(born, date(2026, 12, 1)), age_reached_in_month(born, date(2027, 1, 1))] == [29, 30]


@pytest.mark.parametrize(
    ("born", "age", "expected"),
    [("1997-01-25", 30, "2027-01-25"), ("2008-02-29", 18, "2026-03-01"), ("2008-02-29", 20, "2028-02-29")],
)
def test_birthday_is_the_first_day_with_that_age(born, age, expected):
    found = birthday(date.fromisoformat(born), age)
    assert found == date.fromisoformat(expected)
    assert age_on(date.fromisoformat(born), found) == age


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [("2027-01-31", 1, "2027-02-28"), ("2026-11-16", -11, "2025-12-16"), ("2026-12-01", 1, "2027-01-01")],
)
def test_month_later_is_the_same_day_or_the_last(start, months, expected):
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(expected)


def test_month_end_knows_leap_years():
    assert (month_end(date(2028, 2, 3)), month_end(date(2026, 2, 3))) == (date(2028, 2, 29), date(2026, 2, 28))


def test_months_from_begin_with_the_first():
    assert months_from(date(2026, 11, 16), 3) == (date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1))


def test_application_counts_from_the_first_of_its_month():
    assert effective_from(date(2026, 10, 31)) == date(2026, 10, 1)


def test_regular_grant_has_twelve_months():
    months = grant_months(date(2026, 11, 1))
    assert (len(months), months[-1]) == (12, date(2027, 10, 1))


@pytest.mark.parametrize(
    ("born", "limit"),
    [
        ("1960-06-02", "2026-10-31"),
        ("1960-06-01", "2026-09-30"),
        ("1946-12-31", "2011-12-31"),
        ("1947-01-02", "2012-02-29"),
        ("1958-05-10", "2024-05-31"),
        ("1963-12-31", "2030-10-31"),
        ("1964-01-02", "2031-01-31"),
        ("1964-01-01", "2030-12-31"),
        ("1990-07-15", "2057-07-31"),
    ],
)
def test_pension_age_limit_is_the_end_of_the_month_of_completion(born, limit):
    assert pension_age_limit(date.fromisoformat(born)) == date.fromisoformat(limit)


@pytest.mark.parametrize(
    ("received_at", "first_day"),
    [
        (datetime(2026, 10, 31, 22, 59, tzinfo=UTC), date(2026, 10, 1)),
        (datetime(2026, 10, 31, 23, 0, tzinfo=UTC), date(2026, 11, 1)),
    ],
)
def test_month_of_receipt_is_the_one_in_germany(received_at, first_day):
    assert effective_from(day_of(received_at)) == first_day
