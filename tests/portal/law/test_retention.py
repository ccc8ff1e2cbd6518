from datetime import date, timedelta

import pytest

from portal.law.retention import kept_until, last_day_of_copy, notice_span

TODAY = date(2036, 3, 1)


@pytest.mark.parametrize(
    ("ended", "last"), [(date(2026, 12, 1), date(2036, 12, 1)), (date(2028, 2, 29), date(2038, 2, 28))]
)
def test_case_is_kept_for_ten_years(ended, last):
    assert kept_until(ended, TODAY) == last


def test_people_are_told_eight_weeks_before():
    assert notice_span(TODAY) == timedelta(weeks=8)


@pytest.mark.parametrize(
    ("told_until", "last"),
    [
        (None, date(2036, 12, 1)),
        (date(2036, 12, 1), date(2036, 12, 1)),
        (date(2037, 1, 5), date(2037, 1, 5)),  # told late: that day was promised
        (date(2030, 1, 1), date(2036, 12, 1)),  # the case was opened again since
    ],
)
def test_last_day_is_the_one_that_was_told(told_until, last):
    assert last_day_of_copy(ended_on=date(2026, 12, 1), told_until=told_until, today=TODAY) == last


def test_nobody_loses_a_copy_without_the_time_to_fetch_it():
    assert last_day_of_copy(ended_on=date(2020, 1, 1), told_until=None, today=TODAY) == TODAY + timedelta(weeks=8)
