"""What one jobcenter offers, read at once: whose hours, which holidays, what is taken. Its size and no other counts."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q
from msgspec import Struct

from appointments.enums import OCCUPYING, AppointmentStatus, Channel, ExceptionKind, VideoProvider
from appointments.models import Appointment, CalendarException, OpeningRule
from appointments.selectors.slot import Busy, Days, SlotQuery, channels_for, pattern_for
from appointments.selectors.timetable import (
    BERLIN,
    ONE_DAY,
    UTC,
    Colleague,
    Opening,
    Pattern,
    Seat,
    Span,
    holiday_name,
    openings_of,
)
from portal.accounts.models import Absence, Jobcenter, StaffMembership
from portal.law.periods import Place


class Offering(Struct, frozen=True, kw_only=True):
    """Who has time when, as it was read for a range of days."""

    place: Place
    colleagues: tuple[Colleague, ...]

    def openings(self, first: datetime.date, last: datetime.date) -> Iterator[Opening]:
        """When anybody has time from ``first`` to ``last``, both inclusive, in no order."""
        for colleague in self.colleagues:
            yield from openings_of(colleague, first, last, self._is_holiday)

    def _is_holiday(self, day: datetime.date) -> bool:
        return holiday_name(day, self.place) is not None


def offering_for(query: SlotQuery, first: datetime.date, last: datetime.date) -> Offering:
    """Read who does the service and has time from ``first`` to ``last`` (both inclusive), as far as the query fits.

    Six SQL statements at most. Nobody whose account is blocked or whose membership has ended is in it.
    """
    service = query.service
    place, has_video = _place_and_video(service.jobcenter_id)
    offered = channels_for(query, has_video=has_video)
    rules = _rules(Q(membership__jobcenter_id=service.jobcenter_id, membership__jobcenter__is_active=True), first, last)
    teams = set(service.teams.values_list("pk", flat=True))
    found: dict[UUID, list[tuple[OpeningRule, Pattern]]] = defaultdict(list)
    for rule in rules:
        only = {each.pk for each in rule.services.all()}
        if (teams and rule.membership.team_id not in teams) or (only and service.pk not in only):
            continue
        if query.membership_id not in {None, rule.membership_id}:
            continue
        pattern = pattern_for(query, pattern_of(rule), offered)
        if pattern is not None:
            found[rule.membership_id].append((rule, pattern))
    members = [pairs[0][0].membership for pairs in found.values()]
    patterns = {member.pk: [pattern for _rule, pattern in found[member.pk]] for member in members}
    return Offering(place=place, colleagues=tuple(_colleagues(members, patterns, (first, last))))


def offering_of_members(
    jobcenter_id: UUID, members: Collection[UUID], first: datetime.date, last: datetime.date
) -> Offering:
    """Read when these members of a jobcenter have time, whatever for: what a week view shows. Five SQL statements."""
    rules = _rules(Q(membership__jobcenter_id=jobcenter_id, membership__in=members), first, last)
    patterns: dict[UUID, list[Pattern]] = defaultdict(list)
    of: dict[UUID, StaffMembership] = {}
    for rule in rules:
        of[rule.membership_id] = rule.membership
        patterns[rule.membership_id].append(pattern_of(rule))
    found = tuple(_colleagues(list(of.values()), patterns, (first, last)))
    return Offering(place=place_of(jobcenter_id), colleagues=found)


def busy_between(
    members: Collection[UUID],
    rooms: Collection[UUID],
    first: datetime.date,
    last: datetime.date,
    now: datetime.datetime,
) -> Busy:
    """Read what is taken from ``first`` to ``last`` (both inclusive): one SQL. A hold that ran out takes nothing."""
    days = DateTimeTZRange(_midnight(first), _midnight(last + 2 * ONE_DAY))
    taken = Appointment.objects.filter(
        Q(membership__in=members) | Q(room__in=rooms),
        Q(status=AppointmentStatus.BOOKED) | Q(held_until__gt=now),
        status__in=OCCUPYING,
        occupied__overlap=days,
    )
    rows = list(taken.order_by().values_list("membership_id", "room_id", "occupied"))
    return Busy(
        of_staff=_by_day((membership, period) for membership, _room, period in rows),
        of_rooms=_by_day((room, period) for _membership, room, period in rows if room is not None),
    )


def place_of(jobcenter_id: UUID) -> Place:
    """Whose holidays close the doors: one SQL."""
    return _place_and_video(jobcenter_id)[0]


def pattern_of(rule: OpeningRule) -> Pattern:
    """A rule with its room and team as plain facts. A room that is not used any more receives nobody in person."""
    room, channels = rule.room, frozenset(rule.channels)
    if room is not None and not room.is_active:
        room, channels = None, channels - {Channel.IN_PERSON}
    team = rule.membership.team
    office = (room.office if room else rule.office) or (team.office if team else None)
    return Pattern(
        rule_id=rule.pk,
        weekdays=tuple(rule.weekdays),
        every_weeks=rule.every_weeks,
        starts=rule.starts,
        ends=rule.ends,
        first_day=rule.first_day,
        last_day=rule.last_day,
        channels=channels,
        languages=frozenset(rule.languages),
        office_id=office.pk if office else None,
        seat=Seat(room_id=room.pk, is_quiet=room.is_quiet) if room else None,
        is_step_free=bool((room and room.is_step_free) or (office and office.is_step_free)),
    )


def _place_and_video(jobcenter_id: UUID) -> tuple[Place, bool]:
    """Holidays of the jobcenter, and whether it has rooms for video: one SQL, a row for each local holiday."""
    facts = Jobcenter.objects.filter(pk=jobcenter_id).order_by()
    rows = list(facts.values_list("land", "appointment_settings__video_provider", "local_holidays__day"))
    land, provider, _day = rows[0]
    return Place.of(land, [day for _land, _provider, day in rows if day]), provider not in {None, VideoProvider.NONE}


def _rules(whose: Q, first: datetime.date, last: datetime.date) -> Iterable[OpeningRule]:
    """Rules of people who work there in the range of days. A rule that has ended may still be the model of an
    additional time.
    """
    holds = Q(membership__valid_to__isnull=True) | Q(membership__valid_to__gte=first)
    found = OpeningRule.objects.filter(whose, holds, membership__valid_from__lte=last, membership__user__is_active=True)
    return found.select_related("membership__team__office", "office", "room__office").prefetch_related("services")


def _colleagues(
    members: list[StaffMembership],
    patterns: dict[UUID, list[Pattern]],
    days: tuple[datetime.date, datetime.date],
) -> Iterator[Colleague]:
    first, last = days
    ids = [member.pk for member in members]
    extras: dict[UUID, list[tuple[Span, Pattern]]] = defaultdict(list)
    closed: dict[UUID, list[Span]] = defaultdict(list)
    like = {pattern.rule_id: pattern for each in patterns.values() for pattern in each}
    period = DateTimeTZRange(_midnight(first), _midnight(last + ONE_DAY))
    for exception in CalendarException.objects.filter(membership__in=ids, period__overlap=period).order_by("period"):
        span = _span(exception.period)
        if exception.kind == ExceptionKind.CLOSED:
            closed[exception.membership_id].append(span)
        elif exception.like_id in like:
            extras[exception.membership_id].append((span, like[exception.like_id]))
    away: dict[UUID, list[tuple[datetime.date, datetime.date]]] = defaultdict(list)
    for absence in Absence.objects.filter(membership__in=ids, last_day__gte=first, first_day__lte=last):
        away[absence.membership_id].append((absence.first_day, absence.last_day))
    for member in members:
        yield Colleague(
            membership_id=member.pk,
            valid_from=member.valid_from,
            valid_to=member.valid_to,
            patterns=tuple(patterns[member.pk]),
            extras=tuple(extras[member.pk]),
            closed=tuple(closed[member.pk]),
            away=tuple(away[member.pk]),
        )


def _by_day(rows: Iterable[tuple[UUID, Any]]) -> Days:
    found: dict[tuple[UUID, datetime.date], list[Span]] = defaultdict(list)
    for key, period in rows:
        span = _span(period)
        day, last = span[0].astimezone(BERLIN).date(), span[1].astimezone(BERLIN).date()
        while day <= last:
            found[key, day].append(span)
            day += ONE_DAY
    return dict(found)


def _span(period: Any) -> Span:
    """A range without beginning or end reaches to the end of the calendar."""
    begins = period.lower or datetime.datetime.min.replace(tzinfo=UTC)
    ends = period.upper or datetime.datetime.max.replace(tzinfo=UTC)
    return begins.astimezone(UTC), ends.astimezone(UTC)


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), tzinfo=BERLIN)
