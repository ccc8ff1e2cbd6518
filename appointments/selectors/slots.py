"""Free times: what people choose from. Each function costs at most ten SQL statements, whatever the numbers.

Reads the jobcenter of the service and no other, so it costs the same in a land of 3 and of 302 jobcenters. Free times
say nothing about anybody; who is asked for by name is the caller's matter.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from django.utils import timezone

from appointments.selectors.offering import Offering, busy_between, offering_for
from appointments.selectors.slot import Busy, Slot, SlotQuery, each_time_once, in_turn, slots_in
from appointments.selectors.timetable import BERLIN, ONE_DAY, UTC, Opening, Span

__all__ = ["Slot", "SlotQuery", "candidates_at", "days_with_slots", "free_slots", "next_free"]

FIRST_LOOK: Final = 21  # days whose appointments are read first: mostly enough for a page, and a third of a quarter
_FURTHEST: Final = 366


def free_slots(
    query: SlotQuery, *, first_day: datetime.date, days: int, now: datetime.datetime | None = None
) -> list[Slot]:
    """Return the free times of ``days`` days from ``first_day`` on, earliest first, each time once.

    At one time stands who has least on that day. At most seven SQL statements.
    """
    wanted = _wanted(query, first_day, days, now)
    if wanted is None:
        return []
    first, last, limits, moment = wanted
    offering = offering_for(query, first, last)
    busy = _busy(offering, first, last, moment)
    return each_time_once(in_turn(slots_in(offering.openings(first, last), query, busy, limits), busy))


def days_with_slots(
    query: SlotQuery, *, first_day: datetime.date, limit: int, now: datetime.datetime | None = None
) -> list[tuple[datetime.date, list[Slot]]]:
    """Return the next ``limit`` days from ``first_day`` on that have any free time, with these; up to the horizon.

    At most eight SQL statements: it looks at three weeks, and at all the rest only if these are not enough.
    """
    wanted = _wanted(query, first_day, _FURTHEST, now)
    if wanted is None:
        return []
    first, last, limits, moment = wanted
    offering = offering_for(query, first, last)
    found: list[tuple[datetime.date, list[Slot]]] = []
    for begin, end in _looks(first, last):
        openings = _by_day(offering, begin, end)
        busy = _busy(offering, begin, end, moment)
        for day in sorted(openings):
            slots = each_time_once(in_turn(slots_in(openings[day], query, busy, limits), busy))
            if slots:
                found.append((day, slots))
            if len(found) == limit:
                return found
    return found


def next_free(query: SlotQuery, *, now: datetime.datetime | None = None) -> Slot | None:
    """Return the next free time; None when there is none up to the horizon. At most eight SQL statements."""
    today = (now or timezone.now()).astimezone(BERLIN).date()
    days = days_with_slots(query, first_day=today, limit=1, now=now)
    return days[0][1][0] if days else None


def candidates_at(query: SlotQuery, starts: datetime.datetime, *, now: datetime.datetime | None = None) -> list[Slot]:
    """Return everybody who is free at ``starts``, who has least on that day first; empty when it is not offered.

    ``starts`` is aware. At most seven SQL statements.
    """
    day = starts.astimezone(BERLIN).date()
    wanted = _wanted(query, day, 1, now)
    if wanted is None:
        return []
    first, last, limits, moment = wanted
    offering = offering_for(query, first, last)
    busy = _busy(offering, first, last, moment)
    at = starts.astimezone(UTC)
    found = slots_in(offering.openings(first, last), query, busy, limits)
    return in_turn((slot for slot in found if slot.starts.astimezone(UTC) == at), busy)


def _wanted(
    query: SlotQuery, first_day: datetime.date, days: int, now: datetime.datetime | None
) -> tuple[datetime.date, datetime.date, Span, datetime.datetime] | None:
    """First and last day, within which moments a time may begin, and now; None when nothing can be in it.

    From ``notice_hours`` ahead (staff: from now) to the end of the day that is ``horizon_days`` ahead.
    """
    service, moment = query.service, (now or timezone.now()).astimezone(UTC)
    if not service.is_active or not (service.is_bookable or query.by_staff):
        return None
    notice = datetime.timedelta(0) if query.by_staff else datetime.timedelta(hours=service.notice_hours)
    earliest = moment + notice
    if query.not_before is not None:
        earliest = max(earliest, query.not_before.astimezone(UTC))
    first = max(first_day, earliest.astimezone(BERLIN).date())
    horizon = moment.astimezone(BERLIN).date() + ONE_DAY * service.horizon_days
    last = min(first_day + ONE_DAY * (days - 1), horizon)
    latest = datetime.datetime.combine(last + ONE_DAY, datetime.time(), tzinfo=BERLIN).astimezone(UTC)
    return (first, last, (earliest, latest), moment) if first <= last else None


def _looks(first: datetime.date, last: datetime.date) -> Iterator[tuple[datetime.date, datetime.date]]:
    end = min(first + ONE_DAY * (FIRST_LOOK - 1), last)
    yield first, end
    if end < last:
        yield end + ONE_DAY, last


def _by_day(offering: Offering, first: datetime.date, last: datetime.date) -> dict[datetime.date, list[Opening]]:
    found: dict[datetime.date, list[Opening]] = defaultdict(list)
    for opening in offering.openings(first, last):
        found[opening.day].append(opening)
    return found


def _busy(offering: Offering, first: datetime.date, last: datetime.date, now: datetime.datetime) -> Busy:
    """What is taken of those in the offering and of their rooms; no SQL when nobody is in it."""
    if not offering.colleagues:
        return Busy()
    members = [each.membership_id for each in offering.colleagues]
    patterns = (pattern for each in offering.colleagues for pattern in each.patterns)
    rooms = {pattern.seat.room_id for pattern in patterns if pattern.seat}
    return busy_between(members, rooms, first, last, now)
