"""When somebody has time: weekly patterns become moments. Plain functions of what was read; they know no database.

All hours are wall time in Germany. A wall time that the change to summer time leaves out does not exist and is never
offered; one that comes twice in autumn means the first of the two (summer time), so that no hour has two meanings.
Moments are compared in UTC: two of the same zone would be compared by their wall time.
"""

import datetime
from collections.abc import Callable, Iterator
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct

from portal.law.periods import Place, Rest, free_day

BERLIN: Final = ZoneInfo("Europe/Berlin")
UTC: Final = datetime.UTC
ONE_WEEK: Final = datetime.timedelta(weeks=1)
ONE_DAY: Final = datetime.timedelta(days=1)
_HOLIDAYS: Final = frozenset({Rest.HOLIDAY, Rest.LOCAL_HOLIDAY})

Span = tuple[datetime.datetime, datetime.datetime]  # half open, both in UTC


class Seat(Struct, frozen=True, kw_only=True):
    """The room of a pattern, as far as it matters to who comes."""

    room_id: UUID
    is_quiet: bool


class Pattern(Struct, frozen=True, kw_only=True):
    """An `OpeningRule` as it was read. ``seat`` is None at the person's own desk; ``channels`` are those that work.

    ``is_step_free``: the room or the whole house is, also one's own desk in it.
    """

    rule_id: UUID
    weekdays: tuple[int, ...]
    every_weeks: int
    starts: datetime.time
    ends: datetime.time
    first_day: datetime.date
    last_day: datetime.date | None
    channels: frozenset[str]
    languages: frozenset[str]
    office_id: UUID | None = None
    seat: Seat | None = None
    is_step_free: bool = False


class Colleague(Struct, frozen=True, kw_only=True):
    """Somebody at the office with all that says when they have time.

    ``extras`` are additional times, each like a pattern; ``closed`` are times without appointments; ``away`` are whole
    days, both inclusive. The membership holds from ``valid_from`` to ``valid_to``, both inclusive.
    """

    membership_id: UUID
    valid_from: datetime.date
    valid_to: datetime.date | None
    patterns: tuple[Pattern, ...] = ()
    extras: tuple[tuple[Span, Pattern], ...] = ()
    closed: tuple[Span, ...] = ()
    away: tuple[tuple[datetime.date, datetime.date], ...] = ()

    def works_on(self, day: datetime.date) -> bool:
        """Whether they work at the office on this day and are not away."""
        if day < self.valid_from or (self.valid_to is not None and day > self.valid_to):
            return False
        return not any(first <= day <= last for first, last in self.away)


class Opening(Struct, frozen=True):
    """One colleague has time on ``day`` from ``begins`` (wall time, without zone) to ``ends`` (a moment in UTC)."""

    colleague: Colleague
    pattern: Pattern
    begins: datetime.datetime
    ends: datetime.datetime
    is_extra: bool = False

    @property
    def day(self) -> datetime.date:
        """The local day."""
        return self.begins.date()


def holiday_name(day: datetime.date, place: Place) -> str | None:
    """Name of the holiday on a day at a place ("" for a local one, whose name stands in its table); None on others.

    Local holidays count without a Land, too: the doors are closed then, whatever a period does.
    """
    free = free_day(day, place)
    if free is not None and free.why in _HOLIDAYS:
        return free.name
    return "" if day in place.local_holidays else None


def days_of(pattern: Pattern, first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The days of a pattern from ``first`` to ``last``, both inclusive (RFC 5545, FREQ=WEEKLY, weeks begin on Monday).

    Counting begins with the week of the pattern's first day; whole periods before ``first`` are skipped, so that an
    old pattern costs as much as a new one.
    """
    from dateutil.rrule import MO, WEEKLY, rrule  # noqa: PLC0415 -- 3 ms of every start

    until = last if pattern.last_day is None else min(last, pattern.last_day)
    period = ONE_WEEK * pattern.every_weeks
    passed = max((first - pattern.first_day) // period, 0)
    anchor = pattern.first_day + passed * period
    if until < first or anchor > until or not pattern.weekdays:
        return []
    found = rrule(
        WEEKLY,
        interval=pattern.every_weeks,
        wkst=MO,
        byweekday=pattern.weekdays,
        dtstart=_midnight(anchor),
        until=_midnight(until),
    )
    return [moment.date() for moment in found if moment.date() >= first]


def openings_of(
    colleague: Colleague, first: datetime.date, last: datetime.date, is_holiday: Callable[[datetime.date], bool]
) -> Iterator[Opening]:
    """When ``colleague`` has time from ``first`` to ``last`` (both inclusive), in no order.

    Holidays and absences are left out, closed times are not: `times_in` steps over them. An additional time was
    entered for its day by somebody, so it holds on a holiday, too, but not while the person is away.
    """
    for pattern in colleague.patterns:
        for day in days_of(pattern, first, last):
            if colleague.works_on(day) and not is_holiday(day):
                begins = datetime.datetime.combine(day, pattern.starts)
                yield Opening(colleague, pattern, begins, _end_of(datetime.datetime.combine(day, pattern.ends)))
    for (begins, ends), pattern in colleague.extras:
        wall = begins.astimezone(BERLIN).replace(tzinfo=None, fold=0)
        if first <= wall.date() <= last and colleague.works_on(wall.date()):
            yield Opening(colleague, pattern, wall, ends, is_extra=True)


def times_in(opening: Opening, minutes: int, gap_minutes: int) -> Iterator[Span]:
    """The times of ``minutes`` in an opening, each followed by a gap, earliest first.

    They stand in a raster from the opening's beginning, so that colleagues with the same hours have the same times.
    What reaches into a closed time is left out; the last gap may reach over the end.
    """
    length, step = datetime.timedelta(minutes=minutes), datetime.timedelta(minutes=minutes + gap_minutes)
    wall = opening.begins
    while True:
        starts = moment_of(wall)
        if starts is None:
            wall += step
            continue
        ends = starts + length
        if ends > opening.ends:
            return
        if not overlaps((starts, ends), opening.colleague.closed):
            yield starts, ends
        wall += step


def moment_of(wall: datetime.datetime) -> datetime.datetime | None:
    """The moment (UTC) of a wall time in Germany; None where the clocks jump over it, the first where it is twice."""
    moment = wall.replace(tzinfo=BERLIN, fold=0).astimezone(UTC)
    return moment if moment.astimezone(BERLIN).replace(tzinfo=None, fold=0) == wall else None


def _end_of(wall: datetime.datetime) -> datetime.datetime:
    """An end that does not exist is before the jump of the clocks."""
    return moment_of(wall) or wall.replace(tzinfo=BERLIN, fold=1).astimezone(UTC)


def overlaps(span: Span, others: tuple[Span, ...] | list[Span]) -> bool:
    """Whether ``span`` shares a moment with one of the others; all half open."""
    starts, ends = span
    return any(begin < ends and starts < end for begin, end in others)


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())
