"""When a period ends (§§ 187–193 BGB, § 64 SGG, § 26 SGB X), and which days are free at a place.

The day of the event is not counted. A period of months ends on the day with the same number, or with the month where it
has no such day. Only the **end** of a period moves off Saturdays, Sundays and holidays, never its beginning.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final, Self

from msgspec import Struct

from portal.law.dates import add_months

LANDS: Final = ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")
_SATURDAY, _SUNDAY = 5, 6
_ONE_DAY = timedelta(days=1)


class Rest(StrEnum):
    """Why no period ends on a day."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    LOCAL_HOLIDAY = "local_holiday"


class FreeDay(Struct, frozen=True):
    """A day on which no period ends; ``name`` is the German name of a holiday of the Land."""

    day: date
    why: Rest
    name: str = ""


class Place(Struct, frozen=True):
    """Whose holidays count: those of a Land (ISO 3166-2:DE without ``DE-``) and of the municipality.

    Without a Land only holidays of the whole country count, and no local ones: a period then ends on the earliest day
    it may end on anywhere, which is the safe one for the person. Raises ValueError for a Land that does not exist.
    """

    land: str = ""
    local_holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        """Refuse other codes: the package knows some cities, too."""
        if self.land and self.land not in LANDS:
            raise ValueError(f"There is no Land {self.land!r}; known are {', '.join(LANDS)}.")

    @classmethod
    def of(cls, land: str | None, local_holidays: Collection[date] = ()) -> Self:
        """The place of an office, as its settings hold it."""
        return cls(land or "", frozenset(local_holidays))


SOMEWHERE: Final = Place()


class PeriodEnd(Struct, frozen=True):
    """The end of a period: the day it was ``counted`` to, the free days ``skipped`` since, and the last ``day``."""

    day: date
    counted: date
    skipped: tuple[FreeDay, ...] = ()

    @property
    def moved_from(self) -> date | None:
        """The day it was counted to, when that was free; else None."""
        return self.counted if self.skipped else None


def end_of_months(event: date, months: int, place: Place = SOMEWHERE) -> PeriodEnd:
    """The end of a period of months after an event (§ 64 (2), (3) SGG, §§ 187 (1), 188 (2), (3), 193 BGB)."""
    return moved_off_free_days(add_months(event, months), place)


def end_of_days(event: date, days: int, place: Place = SOMEWHERE) -> PeriodEnd:
    """The end of a period of days after an event (§ 64 (2), (3) SGG, §§ 187 (1), 188 (1), 193 BGB)."""
    return moved_off_free_days(event + timedelta(days=days), place)


def moved_off_free_days(counted: date, place: Place = SOMEWHERE) -> PeriodEnd:
    """The end of a period counted to a day: this day, or the next working one (§ 64 (3) SGG, § 26 (3) SGB X)."""
    skipped = []
    day = counted
    while (free := free_day(day, place)) is not None:
        skipped.append(free)
        day += _ONE_DAY
    return PeriodEnd(day, counted, tuple(skipped))


def next_working_day(on: date, place: Place = SOMEWHERE) -> date:
    """The day itself, or the next one that is neither Saturday, Sunday nor a holiday of the place."""
    return moved_off_free_days(on, place).day


def free_day(on: date, place: Place = SOMEWHERE) -> FreeDay | None:
    """Why no period ends on a day at a place; None for a working day. A holiday goes before the day of the week."""
    if (name := _holidays(place.land, on.year).get(on)) is not None:
        return FreeDay(on, Rest.HOLIDAY, name)
    if on.weekday() >= _SATURDAY:
        return FreeDay(on, Rest.SUNDAY if on.weekday() == _SUNDAY else Rest.SATURDAY)
    if place.land and on in place.local_holidays:
        return FreeDay(on, Rest.LOCAL_HOLIDAY)
    return None


@lru_cache(maxsize=128)
def _holidays(land: str, year: int) -> Mapping[date, str]:
    """Holidays of a Land in a year with their German names; without a Land those of the whole country."""
    import holidays  # noqa: PLC0415 -- 30 ms, for one rule

    # The language is named: without one it follows the environment of the process.
    return dict(holidays.country_holidays("DE", subdiv=land or None, years=year, language="de"))
