"""Giving a time to one person: which colleague and room, when several want it at the same moment.

What keeps a time from being given twice are the exclusion constraints of the table. The turns taken here only make sure
that two who insert at the same moment wait for each other in one order: PostgreSQL would end one of them as a deadlock
otherwise. Order of locks: case, then colleague and day, then room and day, then rows.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone
from msgspec import Struct
from msgspec.structs import replace

from appointments.domain.lifecycle import advance
from appointments.enums import OCCUPYING, TENTATIVE, AppointmentStatus, Change, Channel, Origin
from appointments.errors import PersonBusy, SlotNotOffered, SlotTaken
from appointments.events import APPOINTMENT_RELEASED
from appointments.models import Appointment, AppointmentStep, Service
from appointments.selectors.slots import Slot, SlotQuery, candidates_at
from portal.audit.services import record
from portal.cases.models import Actor, system_actor
from portal.law.dates import BERLIN
from portal.outbox.services import publish

HELD_FOR: Final = timedelta(minutes=15)  # long enough to fill in the page, also for who types slowly or has to ask
PERSON_ONCE: Final = "appointment_person_once"
_EXCLUSION_VIOLATION: Final = "23P01"
_Written = TypeVar("_Written")


class _Given(Struct, Generic[_Written], frozen=True):
    """What was written."""

    written: _Written


class _Refusal(Enum):
    BUSY = auto()  # somebody else's turn: nothing is known yet
    TAKEN = auto()


_BUSY, _TAKEN = _Refusal.BUSY, _Refusal.TAKEN


class _PassedOver(Exception):
    """Ends a savepoint without a trace."""


def take_time(query: SlotQuery, starts: datetime, write: Callable[[Slot], _Written]) -> _Written:
    """Let ``write`` give the time to the first colleague who is really free then, and return what it returns.

    ``write`` runs in a savepoint; when the database refuses the time as somebody else's by now, the next one is tried.
    Colleagues whose day is being given away at this moment are passed over first: a crowd spreads out instead of
    queueing for one of them. Raises SlotNotOffered, PersonBusy (both before anything is kept) and SlotTaken. To be
    called in a transaction.
    """
    found = candidates_at(query, starts)
    if not found:
        raise SlotTaken if _is_somebodys(query.service, starts) else SlotNotOffered
    passed_over = False
    for slot in found:
        outcome = _attempt(slot, write, waits=False)
        if isinstance(outcome, _Given):
            return outcome.written
        passed_over |= outcome is _BUSY
    for slot in candidates_at(query, starts) if passed_over else ():
        outcome = _attempt(slot, write, waits=True)
        if isinstance(outcome, _Given):
            return outcome.written
    raise SlotTaken


def _attempt(slot: Slot, write: Callable[[Slot], _Written], *, waits: bool) -> "_Given[_Written] | _Refusal":
    """Write in a savepoint, whose end also ends the turn when nothing came of it."""
    try:
        with transaction.atomic():
            if waits:
                wait_for_turn(slot.starts, slot.membership_id, slot.room_id)
            else:
                _require_turn(slot)
            release_stale(slot)
            return _Given(write(slot))
    except _PassedOver:
        return _BUSY
    except IntegrityError as error:
        clash = clash_of(error)
        if clash is None:
            raise
        if clash == PERSON_ONCE:
            raise PersonBusy from error
        return _TAKEN


def place_in(slot: Slot, channel: str) -> dict[str, Any]:
    """The fields of an appointment that say when, how, where and with whom. A room is for who comes in person."""
    return {
        "channel": channel,
        "membership_id": slot.membership_id,
        "office_id": slot.office_id,
        "room_id": slot.room_id if channel == Channel.IN_PERSON else None,
        "period": slot.period,
        "occupied": slot.occupied,
    }


def wait_for_turn(starts: datetime, membership_id: UUID, room_id: UUID | None) -> None:
    """Wait until nobody else is giving away this colleague's or room's day; until the end of the savepoint."""
    with connection.cursor() as cursor:
        for turn in _turns(starts, membership_id, room_id):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [turn])


def _require_turn(slot: Slot) -> None:
    """The same without waiting; raises _PassedOver while somebody else is."""
    with connection.cursor() as cursor:
        for turn in _turns(slot.starts, slot.membership_id, slot.room_id):
            cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [turn])
            if cursor.fetchone() == (False,):
                raise _PassedOver


def _turns(starts: datetime, membership_id: UUID, room_id: UUID | None) -> list[str]:
    day = starts.astimezone(BERLIN).date().isoformat()
    return [f"appointment:{what}:{day}" for what in (membership_id, room_id) if what is not None]


def begin(appointment: Appointment, *, actor: Actor, change: Change) -> Appointment:
    """Store a new appointment with the first row of its history. Raises IntegrityError (an exclusion constraint)."""
    appointment.save(force_insert=True)
    AppointmentStep.objects.create(
        appointment=appointment,
        change=change,
        from_status=appointment.status,
        to_status=appointment.status,
        period=appointment.period,
        actor_role=actor.role,
        membership_id=actor.membership_id,
    )
    return appointment


def release(appointment: Appointment, *, actor: Actor) -> None:
    """Give a held or offered time back; publishes ``appointment.freed``."""
    advance(appointment, AppointmentStatus.RELEASED, change=Change.RELEASED, actor=actor)
    record(actor, APPOINTMENT_RELEASED, subject=appointment, case_id=appointment.case_id)
    publish("appointment.freed", appointment.pk)


def release_stale(slot: Slot) -> None:
    """Give back what was held or offered in this time and was not taken until its end."""
    theirs = Q(membership=slot.membership_id)
    if slot.room_id is not None:
        theirs |= Q(room=slot.room_id)
    _release_all(lapsed().filter(theirs, occupied__overlap=slot.occupied))


def release_lapsed_of(person_id: UUID) -> None:
    """Give back what this person held and let lapse: it would stand in their own way."""
    _release_all(lapsed().filter(person=person_id, status=AppointmentStatus.HELD))


def lapsed() -> Any:
    """Held and offered times whose end has come."""
    return Appointment.objects.filter(status__in=TENTATIVE, held_until__lte=timezone.now())


def retake(appointment: Appointment, query: SlotQuery, write: Callable[[Slot], _Written]) -> _Written:
    """As `take_time`, for a hold that had lapsed: the same colleague first, then whoever is free then."""
    try:
        return take_time(replace(query, membership_id=appointment.membership_id), appointment.period.lower, write)
    except (SlotTaken, SlotNotOffered):
        return take_time(query, appointment.period.lower, write)


def new_appointment(
    *,
    case_id: UUID,
    person_id: UUID,
    service: Service,
    slot: Slot,
    channel: str,
    origin: Origin = Origin.BOOKED,
    **facts: Any,
) -> Appointment:
    """An appointment in this time, not stored yet; ``facts`` are other fields."""
    return Appointment(
        case_id=case_id,
        person_id=person_id,
        service=service,
        origin=origin,
        **place_in(slot, channel),
        **facts,
    )


def clash_of(error: IntegrityError) -> str | None:
    """Which exclusion constraint has refused; None when it was something else."""
    cause = error.__cause__
    if getattr(cause, "pgcode", None) != _EXCLUSION_VIOLATION:
        return None
    return str(getattr(getattr(cause, "diag", None), "constraint_name", ""))


def _release_all(found: Any) -> None:
    for appointment in found.select_for_update(of=("self",), skip_locked=True):
        release(appointment, actor=system_actor("appointments.lapsing"))


def _is_somebodys(service: Service, starts: datetime) -> bool:
    """Whether there was something to have at this time: somebody at the jobcenter has an appointment then."""
    if starts <= timezone.now():
        return False
    there = Appointment.objects.filter(service__jobcenter=service.jobcenter_id, status__in=OCCUPYING)
    return there.filter(occupied__contains=starts).exists()
