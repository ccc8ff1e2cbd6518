import datetime

from portal.desk.domain.week_grid import grid
from portal.desk.selectors.week_entry import Entry
from tests.factories.appointments import MONDAY_NINE


def entry(begins, ends, kind="free"):
    """Minutes after nine on a Monday."""
    starts, until = (MONDAY_NINE + datetime.timedelta(minutes=minutes) for minutes in (begins, ends))
    return Entry(starts=starts, ends=until, kind=kind, state=kind, free_again=until)


def test_rows_reach_from_the_first_entry_to_the_last():
    rows = grid([[entry(0, 30)], [entry(60, 90)]])

    assert [row.label for row in rows] == ["9:00", "9:30", "10:00"]
    assert [len(row.cells) for row in rows] == [2, 2, 2]


def test_long_entry_stands_over_several_rows():
    first, second, third = grid([[entry(0, 75)]])

    assert (first.cells[0].rows, second.cells, third.cells) == (3, [None], [None])


def test_entries_of_one_half_hour_stand_in_one_field():
    short, next_one = entry(0, 15), entry(15, 45)
    first, second = grid([[next_one, short]])

    assert (first.cells[0].entries, first.cells[0].rows, second.cells) == ([short, next_one], 2, [None])


def test_nothing_makes_no_table():
    assert grid([[], []]) == []
