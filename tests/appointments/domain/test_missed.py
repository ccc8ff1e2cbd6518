import datetime

import pytest

from appointments.domain.missed import Earlier, missed_in_a_row, warning_for
from tests.factories.appointments import MONDAY_NINE

WEEK = datetime.timedelta(weeks=1)


def row(*found):
    """Summonses before `MONDAY_NINE`, a week apart, the last one right before it."""
    count = len(found)
    return [Earlier(MONDAY_NINE - WEEK * (count - at), status, is_summoned=True) for at, status in enumerate(found)]


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ((), "first"),
        (("attended", "excused"), "first"),
        (("missed",), "repeated"),
        (("missed", "attended"), "repeated"),
        (("missed", "missed"), "in_a_row"),
        (("missed", "cancelled", "missed"), "in_a_row"),
        (("missed", "attended", "missed"), "repeated"),
        (("missed", "excused", "missed"), "repeated"),
        (("missed", "booked", "missed"), "repeated"),
    ],
)
def test_warning_counts_summonses_one_after_the_other(earlier, expected):
    assert warning_for(MONDAY_NINE, is_summoned=True, earlier=row(*earlier)) == expected


def test_what_was_not_a_summons_counts_for_nothing():
    missed = [Earlier(MONDAY_NINE - WEEK, "missed", is_summoned=False)] * 3

    assert warning_for(MONDAY_NINE, is_summoned=True, earlier=missed) == "first"
    assert warning_for(MONDAY_NINE, is_summoned=False, earlier=row("missed", "missed")) == "invited"


def test_later_summonses_do_not_count():
    later = [Earlier(MONDAY_NINE + WEEK, "missed", is_summoned=True)]

    assert warning_for(MONDAY_NINE, is_summoned=True, earlier=later) == "first"


def test_row_ends_with_one_that_was_kept():
    assert missed_in_a_row(row("missed", "missed", "attended", "missed")) == 1
