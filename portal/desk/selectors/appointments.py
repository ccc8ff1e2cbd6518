"""Appointments as the desk lists them: a week of one or of a team, a day's work, those of a case."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import F, Func, Prefetch, Q, QuerySet
from django.utils import timezone
from msgspec import Struct, field

from appointments.enums import OCCUPYING, OVER, TENTATIVE, AppointmentStatus
from appointments.models import Appointment, Participant
from appointments.selectors import appointments_visible_to
from appointments.selectors.offering import Offering, offering_of_members
from appointments.selectors.timetable import BERLIN, ONE_DAY, UTC, Span, holiday_name, moment_of
from portal.accounts.models import Absence, StaffMembership
from portal.cases.models import Actor
from portal.desk.selectors.week_entry import Entry

SHOWN = frozenset({*OCCUPYING, *OVER})


class DayOf(Struct):
    """One day of one colleague. ``closed``: the name of a holiday, or that they are away; "" otherwise."""

    day: datetime.date
    entries: list[Entry] = field(default_factory=list)
    is_holiday: bool = False
    is_away: bool = False
    holiday: str = ""


class WeekOf(Struct):
    """The days of one colleague."""

    membership: StaffMembership
    days: list[DayOf]


def appointments_between(
    actor: Actor, members: Collection[UUID], first: datetime.date, last: datetime.date
) -> QuerySet[Appointment]:
    """Return what these colleagues have from ``first`` to ``last`` (both inclusive), earliest first.

    Not what was cancelled, nor a hold that has run out.
    """
    days = DateTimeTZRange(_midnight(first), _midnight(last + ONE_DAY))
    seen = appointments_visible_to(actor).filter(membership__in=members, status__in=SHOWN, period__overlap=days)
    return seen.exclude(status__in=TENTATIVE, held_until__lte=timezone.now()).order_by("period", "pk")


def weeks_of(actor: Actor, members: Sequence[StaffMembership], days: Sequence[datetime.date]) -> list[WeekOf]:
    """Return the days of each colleague, with what they have and when they are free. Six SQL, however many.

    ``members`` are of the actor's jobcenter.
    """
    if not members or actor.jobcenter_id is None:
        return []
    ids = [each.pk for each in members]
    taken: dict[tuple[UUID, datetime.date], list[Entry]] = defaultdict(list)
    for each in appointments_between(actor, ids, days[0], days[-1]):
        taken[each.membership_id, _local(each.period.lower).date()].append(Entry.of(each))
    offering = offering_of_members(actor.jobcenter_id, ids, days[0], days[-1])
    free = _free(offering, days, taken)
    away = {each.membership_id: each for each in offering.colleagues}
    return [
        WeekOf(
            member,
            [
                DayOf(
                    day,
                    sorted([*taken[member.pk, day], *free[member.pk, day]], key=lambda entry: entry.starts),
                    is_holiday=holiday_name(day, offering.place) is not None,
                    is_away=member.pk in away and not away[member.pk].works_on(day),
                    holiday=holiday_name(day, offering.place) or "",
                )
                for day in days
            ],
        )
        for member in members
    ]


def day_of(actor: Actor, members: Collection[UUID], day: datetime.date) -> list[Appointment]:
    """Return what these colleagues have on a day, with who comes along; two SQL. Not what is only held or offered."""
    found = appointments_between(actor, members, day, day).exclude(status__in=TENTATIVE)
    along = Prefetch("participants", Participant.objects.filter(removed_at__isnull=True))
    return list(found.select_related("person__index", "service__jobcenter").prefetch_related(along))


def without_outcome(actor: Actor) -> QuerySet[Appointment]:
    """Return the actor's own appointments that are over and of which nobody has entered how they went."""
    mine = appointments_visible_to(actor).filter(membership=actor.membership_id, status=AppointmentStatus.BOOKED)
    over = mine.annotate(ends_at=Func(F("period"), function="upper")).filter(ends_at__lt=timezone.now())
    return over.order_by("ends_at", "pk")


def stood_in_for(membership_id: UUID | None, day: datetime.date) -> list[UUID]:
    """Return the memberships for which somebody stands in on a day. One SQL."""
    found = Absence.objects.filter(Q(first_day__lte=day, last_day__gte=day), deputy_id=membership_id)
    return list(found.values_list("membership_id", flat=True))


def _free(
    offering: Offering, days: Sequence[datetime.date], taken: dict[tuple[UUID, datetime.date], list[Entry]]
) -> dict[tuple[UUID, datetime.date], list[Entry]]:
    """The hours of each colleague without what they have, and without times that are closed."""
    found: dict[tuple[UUID, datetime.date], list[Entry]] = defaultdict(list)
    for opening in offering.openings(days[0], days[-1]):
        key = (opening.colleague.membership_id, opening.day)
        begins = moment_of(opening.begins)
        if begins is None:
            continue
        occupied = [(each.starts, each.free_again) for each in taken[key] if each.takes_time]
        for starts, ends in _gaps((begins, opening.ends), [*occupied, *opening.colleague.closed]):
            found[key].append(Entry.free(_local(starts), _local(ends)))
    return found


def _gaps(span: Span, others: Sequence[Span]) -> list[Span]:
    """What of a span is left beside the others, earliest first."""
    left: list[Span] = []
    at = span[0]
    for starts, ends in sorted((a.astimezone(UTC), b.astimezone(UTC)) for a, b in others):
        if starts >= span[1] or ends <= at:
            continue
        if starts > at:
            left.append((at, starts))
        at = max(at, ends)
    if at < span[1]:
        left.append((at, span[1]))
    return left


def _local(moment: datetime.datetime) -> datetime.datetime:
    return moment.astimezone(BERLIN)


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), tzinfo=BERLIN)
