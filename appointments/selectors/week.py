"""One week of an office: who has time when, what is different this week, which days are holidays."""

import datetime
from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from msgspec import Struct

from appointments.models import Room
from appointments.selectors.offering import Offering, offering_of_members
from appointments.selectors.setting_up import channel_words
from appointments.selectors.timetable import BERLIN, ONE_DAY, Colleague, Opening, Span, holiday_name, moment_of
from portal.accounts.models import LocalHoliday

WORKING_DAYS = 5


class Stretch(Struct, frozen=True, kw_only=True):
    """From ``begins`` to ``ends`` (local, on one day) ``name`` has time, or has none although the pattern says so."""

    begins: datetime.time
    ends: datetime.time
    name: str
    is_open: bool = True
    is_extra: bool = False
    channels: str = ""
    place: str = ""

    def is_in(self, hour: int) -> bool:
        """Whether any of it lies in this hour of the day."""
        return self.begins < _time(hour + 1) and self.ends > _time(hour)


class Day(Struct, frozen=True, kw_only=True):
    """A day of the week. ``holiday`` is its name, "" on other days; ``away`` are the names of who is absent."""

    day: datetime.date
    holiday: str
    stretches: tuple[Stretch, ...]
    away: tuple[str, ...]


def week_of(jobcenter_id: UUID, members: Mapping[UUID, str], monday: datetime.date) -> list[Day]:
    """Return the days of a week, Monday to Friday, and Saturday and Sunday where somebody has time.

    ``members``: whose time, with their names. Seven SQL statements.
    """
    sunday = monday + 6 * ONE_DAY
    offering = offering_of_members(jobcenter_id, members, monday, sunday)
    local = LocalHoliday.objects.filter(jobcenter=jobcenter_id, day__range=(monday, sunday))
    names = dict(local.values_list("day", "name"))
    rooms = dict(Room.objects.filter(office__jobcenter=jobcenter_id).values_list("pk", "name"))
    stretches = list(_stretches(offering, monday, sunday, members, rooms))
    days = []
    for number in range(7):
        day = monday + ONE_DAY * number
        here = sorted((each for on, each in stretches if on == day), key=lambda each: (each.begins, each.name))
        if number >= WORKING_DAYS and not here:
            continue
        holiday = holiday_name(day, offering.place)
        away = _away(offering.colleagues, members, day)
        days.append(
            Day(day=day, holiday=(holiday or names.get(day, "")), stretches=tuple(here), away=tuple(sorted(away)))
        )
    return days


def hours_of(days: Collection[Day]) -> range:
    """The hours of the day that a table of these days needs; empty when nobody has time."""
    stretches = [stretch for day in days for stretch in day.stretches]
    if not stretches:
        return range(0)
    last = max(stretch.ends for stretch in stretches)
    return range(min(stretch.begins.hour for stretch in stretches), last.hour + bool(last.minute))


def _stretches(
    offering: Offering,
    first: datetime.date,
    last: datetime.date,
    members: Mapping[UUID, str],
    rooms: Mapping[UUID, str],
) -> Iterator[tuple[datetime.date, Stretch]]:
    for opening in offering.openings(first, last):
        begins = moment_of(opening.begins) or opening.begins.replace(tzinfo=BERLIN)
        whole = (begins, opening.ends)
        for span, is_open in _parts(whole, opening.colleague.closed):
            yield opening.day, _stretch(span, opening, members, rooms, is_open=is_open)


def _parts(whole: Span, closed: Collection[Span]) -> Iterator[tuple[Span, bool]]:
    """An opening in order: what stays open, and what of it is closed."""
    at = whole[0]
    for begins, ends in sorted(closed):
        begin, end = max(begins, at), min(ends, whole[1])
        if begin >= end:
            continue
        if begin > at:
            yield (at, begin), True
        yield (begin, end), False
        at = end
    if at < whole[1]:
        yield (at, whole[1]), True


def _stretch(
    span: Span, opening: Opening, members: Mapping[UUID, str], rooms: Mapping[UUID, str], *, is_open: bool
) -> Stretch:
    pattern = opening.pattern
    begins, ends = (moment.astimezone(BERLIN) for moment in span)
    return Stretch(
        begins=begins.time(),
        ends=ends.time() if ends.date() == opening.day else datetime.time.max,
        name=members.get(opening.colleague.membership_id, ""),
        is_open=is_open,
        is_extra=opening.is_extra,
        channels=channel_words(list(pattern.channels)),
        place=rooms.get(pattern.seat.room_id, "") if pattern.seat else "",
    )


def _away(colleagues: Collection[Colleague], members: Mapping[UUID, str], day: datetime.date) -> list[str]:
    return [
        members.get(each.membership_id, "")
        for each in colleagues
        if any(first <= day <= last for first, last in each.away)
    ]


def _time(hour: int) -> datetime.time:
    return datetime.time(hour) if hour < 24 else datetime.time.max  # noqa: PLR2004 -- a day has as many hours
