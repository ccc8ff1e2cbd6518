import datetime as dt

import pytest

from portal.cases.models.todo import DayMeans, Todo
from portal.pages.content.todo import day_in_words, lines

TODAY = dt.date(2026, 11, 26)


def only(**fields):
    (line,) = lines([Todo(title="x", url="/", **fields)], TODAY)
    return line.when, line.kind, line.note


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, "heute"),
        (1, "morgen"),
        (-1, "gestern"),
        (6, "Mittwoch, 2.\u00a0Dezember"),
        (-2, "Dienstag, 24.\u00a0November"),
        (40, "Dienstag, 5.\u00a0Januar 2027"),
    ],
)
def test_day_is_near_or_has_a_weekday(days, expected):
    assert day_in_words(TODAY + dt.timedelta(days=days), TODAY) == expected


@pytest.mark.parametrize(
    ("days", "means", "expected"),
    [
        (0, DayMeans.UNTIL, ("bis heute", "warning", "")),
        (4, DayMeans.UNTIL, ("bis Montag, 30.\u00a0November", "info", "")),
        (-2, DayMeans.UNTIL, ("fällig war Dienstag, 24.\u00a0November", "warning", "Das geht auch jetzt noch.")),
        (1, DayMeans.ON, ("morgen", "warning", "")),
        (1, DayMeans.KEPT, ("gespeichert bis morgen", "info", "")),
        (1, DayMeans.ENDS, ("endet morgen", "warning", "")),
        (-1, DayMeans.ENDS, ("endete gestern", "warning", "")),
    ],
)
def test_line_says_what_its_day_means(days, means, expected):
    assert only(due=TODAY + dt.timedelta(days=days), means=means) == expected


def test_line_without_a_day_has_no_badge():
    assert only(days=0, note="Das ist freiwillig.") == ("", "info", "Das ist freiwillig.")
