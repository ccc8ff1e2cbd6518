"""A free time, what is asked for, and which of the colleagues' times answer it. Plain functions of what was read."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from msgspec import Struct, field
from msgspec.structs import replace

from appointments.enums import Channel, ServiceKind
from appointments.models import Service
from appointments.selectors.timetable import BERLIN, ONE_DAY, Opening, Pattern, Span, overlaps, times_in
from portal.cases.enums import Language

_SPOKEN_BY_ALL = frozenset({"", str(Language.GERMAN), str(Language.EASY)})


class SlotQuery(Struct, frozen=True, kw_only=True):
    """What is looked for. Empty means that it does not matter.

    ``language``: somebody who speaks it without an interpreter. ``step_free`` is about room or house, ``quiet`` about
    the room: where it is not so, one cannot come in person, but other ways stay. ``membership_id``: only with this
    colleague.
    ``by_staff``: staff look, so that notice does not count, what people cannot book themselves is found, and a first
    talk may have another way (§ 15 (4) SGB II: in the jobcenter in person; exceptions are made by people).
    """

    service: Service
    channel: str = ""
    language: str = ""
    step_free: bool = False
    quiet: bool = False
    membership_id: UUID | None = None
    office_id: UUID | None = None
    not_before: datetime.datetime | None = None
    by_staff: bool = False


class Slot(Struct, frozen=True, kw_only=True):
    """A free time. ``starts`` and ``ends`` are in Europe/Berlin; ``free_again`` is when the pause after it is over.

    ``room_id`` is for who comes in person. In lists one time stands once: then ``channels``, ``languages`` and
    ``is_step_free`` say what is possible with any of the colleagues, and the rest is that of the one whose turn it is.
    """

    starts: datetime.datetime
    ends: datetime.datetime
    free_again: datetime.datetime
    membership_id: UUID
    office_id: UUID | None
    room_id: UUID | None
    channels: frozenset[str]
    languages: frozenset[str] = frozenset()
    is_step_free: bool = False

    @property
    def day(self) -> datetime.date:
        """The local day."""
        return self.starts.date()

    @property
    def period(self) -> DateTimeTZRange:
        """What is agreed, for `Appointment.period`."""
        return DateTimeTZRange(self.starts, self.ends)

    @property
    def occupied(self) -> DateTimeTZRange:
        """The same with the pause after it, for `Appointment.occupied`."""
        return DateTimeTZRange(self.starts, self.free_again)


Days = Mapping[tuple[UUID, datetime.date], list[Span]]


class Busy(Struct, frozen=True, kw_only=True):
    """What is taken: spans in UTC by membership (by room) and local day; one over midnight stands at both days."""

    of_staff: Days = field(default_factory=dict)
    of_rooms: Days = field(default_factory=dict)

    def load(self, membership_id: UUID, day: datetime.date) -> int:
        """How many times of the colleague are taken on a local day."""
        return len(self.of_staff.get((membership_id, day), ()))


def channels_for(query: SlotQuery, *, has_video: bool) -> frozenset[str]:
    """The ways on which the service is offered to who asks."""
    offered = frozenset(query.service.channels)
    if query.service.kind == ServiceKind.FIRST_TALK and not query.by_staff:
        offered &= {Channel.IN_PERSON}
    if not has_video:
        offered -= {Channel.VIDEO}
    return offered & {query.channel} if query.channel else offered


def pattern_for(query: SlotQuery, pattern: Pattern, offered: frozenset[str]) -> Pattern | None:
    """The pattern with the ways that answer the query; None where none does."""
    if query.language not in _SPOKEN_BY_ALL and query.language not in pattern.languages:
        return None
    if query.office_id is not None and pattern.office_id != query.office_id:
        return None
    channels = pattern.channels & offered
    seat = pattern.seat
    fits = (not query.step_free or pattern.is_step_free) and (not query.quiet or (seat and seat.is_quiet))
    if not fits:
        channels -= {Channel.IN_PERSON}
    return replace(pattern, channels=channels) if channels else None


def slots_in(openings: Iterable[Opening], query: SlotQuery, busy: Busy, limits: Span) -> list[Slot]:
    """Every free time of every colleague in ``openings`` that begins within ``limits``, in no order.

    Where the room is taken by somebody else, one cannot come in person then.
    """
    found: list[Slot] = []
    gap = datetime.timedelta(minutes=query.service.gap_minutes)
    for opening in openings:
        pattern, colleague = opening.pattern, opening.colleague
        taken = _during(opening, busy.of_staff, colleague.membership_id)
        seat = pattern.seat
        room_taken = _during(opening, busy.of_rooms, seat.room_id) if seat else []
        for starts, ends in times_in(opening, query.service.minutes, query.service.gap_minutes):
            span = (starts, ends + gap)
            if not limits[0] <= starts < limits[1] or (taken and overlaps(span, taken)):
                continue
            channels, has_seat = pattern.channels, seat is not None
            if room_taken and overlaps(span, room_taken):
                channels, has_seat = channels - {Channel.IN_PERSON}, False
            if channels:
                found.append(
                    Slot(
                        starts=starts.astimezone(BERLIN),
                        ends=ends.astimezone(BERLIN),
                        free_again=span[1].astimezone(BERLIN),
                        membership_id=colleague.membership_id,
                        office_id=pattern.office_id,
                        room_id=seat.room_id if seat and has_seat else None,
                        channels=channels,
                        languages=pattern.languages,
                        is_step_free=pattern.is_step_free and Channel.IN_PERSON in channels,
                    )
                )
    return found


def in_turn(slots: Iterable[Slot], busy: Busy) -> list[Slot]:
    """Earliest first; at one time who has least on that day."""
    return sorted(slots, key=lambda slot: (slot.starts, busy.load(slot.membership_id, slot.day), slot.membership_id))


def each_time_once(slots: Iterable[Slot]) -> list[Slot]:
    """Of slots in turn one for each time, with what any of them makes possible."""
    by_time: dict[datetime.datetime, list[Slot]] = defaultdict(list)
    for slot in slots:
        by_time[slot.starts].append(slot)
    return [_together(same) for same in by_time.values()]


def _together(same: list[Slot]) -> Slot:
    first, *others = same
    if not others:
        return first
    return replace(
        first,
        channels=frozenset().union(*(slot.channels for slot in same)),
        languages=frozenset().union(*(slot.languages for slot in same)),
        is_step_free=any(slot.is_step_free for slot in same),
    )


def _during(opening: Opening, taken: Days, key: UUID) -> list[Span]:
    """What of it is taken on the days of an opening and, for the pause after the last time, the next."""
    days = (opening.ends.astimezone(BERLIN).date() - opening.day).days + 1
    return [span for number in range(days + 1) for span in taken.get((key, opening.day + ONE_DAY * number), ())]
