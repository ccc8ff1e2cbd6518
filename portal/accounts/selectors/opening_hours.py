"""Opening hours as lines of text."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from portal.accounts.enums import Weekday


def describe_opening_hours(opening_hours: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return lines such as ``"Montag bis Mittwoch: 8:00 bis 12:30 Uhr"``.

    Takes ``Office.opening_hours``. Days that follow each other with the same hours share a line; a day with a break at
    noon names both parts; closed days are left out.
    """
    parts_by_day: dict[int, list[tuple[str, str]]] = {}
    for entry in sorted(opening_hours, key=lambda entry: (entry["weekday"], entry["opens"])):
        parts_by_day.setdefault(entry["weekday"], []).append((entry["opens"], entry["closes"]))
    runs: list[tuple[list[int], list[tuple[str, str]]]] = []
    for day, parts in parts_by_day.items():
        if runs and runs[-1][1] == parts and runs[-1][0][-1] == day - 1:
            runs[-1][0].append(day)
        else:
            runs.append(([day], parts))
    return tuple(f"{_days(days)}: {_times(parts)}" for days, parts in runs)


def _days(days: list[int]) -> str:
    first, last = Weekday(days[0]).label, Weekday(days[-1]).label
    if len(days) == 1:
        return str(first)
    joint = _("%(first)s und %(last)s") if len(days) == 2 else _("%(first)s bis %(last)s")  # noqa: PLR2004 -- two days are a pair
    return joint % {"first": first, "last": last}


def _times(parts: list[tuple[str, str]]) -> str:
    spans = [_("%(opens)s bis %(closes)s Uhr") % {"opens": _hour(a), "closes": _hour(b)} for a, b in parts]
    return _(" und ").join(spans)


def _hour(text: str) -> str:
    return text.removeprefix("0") if not text.startswith("00") else text[1:]
