"""German notation for dates, times, amounts and sizes: for templates (``{% load ui %}``), receipts and notices alike.

Spelled out here instead of through the locale, because a receipt must look the same whatever a browser prefers.
"""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from typing import Final
from zoneinfo import ZoneInfo

BERLIN: Final = ZoneInfo("Europe/Berlin")
_WEEKDAYS: Final = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_MONTHS: Final = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
_CENT: Final = Decimal("0.01")
_KIB: Final = 1024
NBSP: Final = "\u00a0"


def format_date(value: dt.date) -> str:
    """Return ``31. Oktober 2026``; a datetime is taken to Berlin time first."""
    day = _berlin(value)
    return f"{day.day}.{NBSP}{_MONTHS[day.month - 1]} {day.year}"


def format_month(value: dt.date) -> str:
    """Return ``Oktober 2026``."""
    day = _berlin(value)
    return f"{_MONTHS[day.month - 1]} {day.year}"


def format_weekday_date(value: dt.date) -> str:
    """Return ``Samstag, 31. Oktober 2026``."""
    return f"{_WEEKDAYS[_berlin(value).weekday()]}, {format_date(value)}"


def format_short_date(value: dt.date, after: dt.date | None = None) -> str:
    """Return ``Sa, 31. Oktober 2026``, without the year where the day named before (``after``) is of the same."""
    day = _berlin(value)
    year = "" if after is not None and after.year == day.year else f" {day.year}"
    return f"{_WEEKDAYS[day.weekday()][:2]},{NBSP}{day.day}.{NBSP}{_MONTHS[day.month - 1]}{year}"


def format_clock(value: dt.datetime | dt.time) -> str:
    """Return ``9:05``: for tables; a datetime in Berlin time, a time as it is."""
    local = _berlin(value) if isinstance(value, dt.datetime) else value
    return f"{local:%H:%M}".removeprefix("0")


def format_time(value: dt.datetime | dt.time) -> str:
    """Return ``9:05 Uhr`` in Berlin time."""
    return f"{format_clock(value)}{NBSP}Uhr"


def format_span(starts: dt.datetime, ends: dt.datetime) -> str:
    """Return ``9:00 bis 9:30 Uhr`` in Berlin time."""
    return f"{format_clock(starts)} bis {format_time(ends)}"


def format_when(value: dt.datetime) -> str:
    """Return ``Montag, 7. Dezember 2026, 9:00 Uhr`` in Berlin time."""
    return f"{format_weekday_date(value)}, {format_time(value)}"


def format_short_when(value: dt.datetime) -> str:
    """Return ``Mo, 7. Dezember 2026, 9:00 Uhr`` in Berlin time: for lists of appointments at the desk."""
    return f"{format_short_date(value)}, {format_time(value)}"


def format_period(starts: dt.datetime, ends: dt.datetime) -> str:
    """Return ``Montag, 7. Dezember 2026, 9:00 bis 9:30 Uhr`` in Berlin time."""
    return f"{format_weekday_date(starts)}, {format_span(starts, ends)}"


def format_moment(value: dt.datetime) -> str:
    """Return ``Samstag, 31. Oktober 2026, 9:47:05 Uhr``: the form for receipts, to the second, Berlin time."""
    return f"{format_weekday_date(value)}, {format_clock(value)}:{_berlin(value):%S}{NBSP}Uhr"


def format_amount(value: Decimal | int | str) -> str:
    """Return ``1.234,50`` rounded half up to the cent. A float is refused: amounts are decimals."""
    if isinstance(value, float):
        raise TypeError("Amounts are Decimal, never float.")
    cents = Decimal(value).quantize(_CENT, rounding=ROUND_HALF_UP)
    return f"{cents:,.2f}".translate(str.maketrans(",.", ".,"))


def format_euro(value: Decimal | int | str) -> str:
    """Return ``1.234,50 Euro``."""
    return f"{format_amount(value)}{NBSP}Euro"


def format_file_size(size: int) -> str:
    """Return the size of a file in KB or MB of 1024 (``340 KB``, ``2,4 MB``); less than 1 KB in bytes."""
    if size < _KIB:
        return f"{size}{NBSP}Byte"
    if size < _KIB * _KIB:
        return f"{round(size / _KIB)}{NBSP}KB"
    return f"{size / _KIB / _KIB:.1f}".replace(".", ",") + f"{NBSP}MB"


def _berlin(value: dt.date) -> dt.date:
    """Return a datetime in Berlin time; a plain date as it is. A naive datetime raises ValueError."""
    if not isinstance(value, dt.datetime):
        return value
    if value.tzinfo is None:
        raise ValueError("A time without time zone cannot be shown: it may be an hour off.")
    return value.astimezone(BERLIN)
