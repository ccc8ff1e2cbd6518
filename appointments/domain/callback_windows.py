"""When an office can call back: its opening hours on the next working days, in handy pieces."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from msgspec import Struct

from portal.law.dates import BERLIN
from portal.law.periods import Place, free_day
from portal.ui.formats import format_clock, format_time, format_weekday_date

DAYS: Final = 5  # working days ahead with hours: a house rule, a call should not wait longer
LOOKED_AHEAD: Final = 14  # calendar days
PIECE: Final = datetime.timedelta(hours=2)
NOTICE: Final = datetime.timedelta(minutes=30)  # somebody has to read it first


def between(first: datetime.time, last: datetime.time) -> str:
    """Return "zwischen 9:00 und 11:00 Uhr"."""
    return _("zwischen %(first)s und %(last)s") % {"first": format_clock(first), "last": format_time(last)}


class Window(Struct, frozen=True):
    """From when to when, in local time."""

    day: datetime.date
    first: datetime.time
    last: datetime.time

    @property
    def key(self) -> str:
        """As it stands in a form: ``2026-12-07T09:00-11:00``."""
        return f"{self.day.isoformat()}T{self.first:%H:%M}-{self.last:%H:%M}"

    @property
    def day_in_words(self) -> str:
        """Return "Montag, 7. Dezember 2026"."""
        return format_weekday_date(self.day)

    @property
    def in_words(self) -> str:
        """Return "Montag, 7. Dezember 2026, zwischen 9:00 und 11:00 Uhr": readers do not say the group."""
        return f"{self.day_in_words}, {between(self.first, self.last)}"

    def as_times(self) -> dict[str, Any]:
        """As a wish keeps it."""
        return {"day": self.day.isoformat(), "from": f"{self.first:%H:%M}", "to": f"{self.last:%H:%M}"}


def windows(opening_hours: Iterable[Mapping[str, Any]], now: datetime.datetime, place: Place) -> list[Window]:
    """Return the windows of the next working days that have any, what is over or about to end left out."""
    hours = list(opening_hours)
    today = now.astimezone(BERLIN).date()
    found: list[Window] = []
    days: set[datetime.date] = set()
    for number in range(LOOKED_AHEAD):
        day = today + datetime.timedelta(days=number)
        coming = [] if free_day(day, place) else [each for each in _of_day(hours, day) if _is_ahead(each, now)]
        found += coming
        days |= {each.day for each in coming}
        if len(days) == DAYS:
            break
    return found


def _of_day(hours: Iterable[Mapping[str, Any]], day: datetime.date) -> Iterator[Window]:
    own = (entry for entry in hours if entry["weekday"] == day.weekday())
    for entry in sorted(own, key=lambda entry: str(entry["opens"])):
        first = datetime.datetime.combine(day, datetime.time.fromisoformat(entry["opens"]))
        closes = datetime.datetime.combine(day, datetime.time.fromisoformat(entry["closes"]))
        while first < closes:
            last = min(first + PIECE, closes)
            if closes - last < NOTICE:  # no crumbs
                last = closes
            yield Window(day, first.time(), last.time())
            first = last


def _is_ahead(window: Window, now: datetime.datetime) -> bool:
    return datetime.datetime.combine(window.day, window.last, tzinfo=BERLIN) > now + NOTICE
