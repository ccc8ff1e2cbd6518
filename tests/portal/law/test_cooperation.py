from datetime import date

import pytest

from portal.law.cooperation import earliest_deadline, end_of_set_period, end_on_named_day, suggested_deadline
from portal.law.parameter import UnknownParameter
from portal.law.periods import Place

D = date.fromisoformat
BAYERN = Place("BY")


def test_period_of_the_office_runs_from_the_next_day_and_moves_off_a_holiday():
    end = end_of_set_period(D("2026-12-11"), 14, BAYERN)

    assert (end.day, end.moved_from) == (D("2026-12-28"), D("2026-12-25"))


@pytest.mark.parametrize(
    ("named", "last"), [("2026-12-15", "2026-12-15"), ("2026-12-13", "2026-12-14"), ("2027-01-06", "2027-01-07")]
)
def test_named_day_moves_off_a_free_day(named, last):
    assert end_on_named_day(D(named), BAYERN).day == D(last)


def test_named_day_stays_where_the_letter_refers_to_the_rule():
    end = end_on_named_day(D("2026-12-13"), BAYERN, refers_to_the_rule=True)

    assert (end.day, end.moved_from) == (D("2026-12-13"), None)


@pytest.mark.parametrize(
    ("sent", "suggested", "earliest"),
    [
        ("2026-11-27", "2026-12-15", "2026-12-11"),  # 4 and 14 days; 14 days
        ("2026-12-08", "2026-12-28", "2026-12-22"),  # 26 December
        ("2026-12-19", "2027-01-07", "2027-01-04"),  # Epiphany; 2 January is a Saturday
    ],
)
def test_request_gets_two_weeks_after_it_counts_as_known(sent, suggested, earliest):
    assert (suggested_deadline(D(sent), BAYERN), earliest_deadline(D(sent), BAYERN)) == (D(suggested), D(earliest))


def test_time_before_the_figures_is_not_guessed():
    with pytest.raises(UnknownParameter):
        suggested_deadline(D("2025-06-01"))
