"""A week as a table with times: which entry stands in which row, and over how many. Plain functions."""

import datetime
from collections.abc import Sequence
from typing import Final

from msgspec import Struct, field

from portal.desk.selectors.week_entry import Entry

ROW: Final = 30  # minutes


class Cell(Struct):
    """What stands in one field of the table, and over how many rows."""

    entries: list[Entry] = field(default_factory=list)
    rows: int = 1


class Row(Struct):
    """One half hour. A field is None where one from above reaches down."""

    label: str
    cells: list[Cell | None]


def grid(days: Sequence[Sequence[Entry]]) -> list[Row]:
    """Return the rows from the earliest to the latest entry; empty when there is none.

    Entries that touch the same half hour stand in one field, one below the other.
    """
    everything = [entry for day in days for entry in day]
    if not everything:
        return []
    first = min(_row(entry.starts) for entry in everything)
    last = max(_last_row(entry) for entry in everything)
    rows = [Row(_label(number), []) for number in range(first, last + 1)]
    for day in days:
        for number, cell in enumerate(_column(day, first, last)):
            rows[number].cells.append(cell)
    return rows


def _column(entries: Sequence[Entry], first: int, last: int) -> list[Cell | None]:
    blocks: list[tuple[int, int, list[Entry]]] = []
    for entry in sorted(entries, key=lambda each: (each.starts, each.ends)):
        begins, ends = _row(entry.starts), _last_row(entry)
        if blocks and begins <= blocks[-1][1]:
            before = blocks.pop()
            blocks.append((before[0], max(before[1], ends), [*before[2], entry]))
        else:
            blocks.append((begins, ends, [entry]))
    column: list[Cell | None] = [Cell() for _number in range(first, last + 1)]
    for begins, ends, together in blocks:
        column[begins - first] = Cell(together, ends - begins + 1)
        column[begins - first + 1 : ends - first + 1] = [None] * (ends - begins)
    return column


def _row(moment: datetime.datetime) -> int:
    return (moment.hour * 60 + moment.minute) // ROW


def _last_row(entry: Entry) -> int:
    """The last row an entry touches; one that goes on at midnight ends with its day."""
    if entry.ends.date() > entry.starts.date():
        return 24 * 60 // ROW - 1
    return max((entry.ends.hour * 60 + entry.ends.minute - 1) // ROW, _row(entry.starts))


def _label(number: int) -> str:
    hours, minutes = divmod(number * ROW, 60)
    return f"{hours}:{minutes:02}"
