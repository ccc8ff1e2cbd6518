"""Booking a free time: hold it while the page is filled in, give it back, or agree on it."""

from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone
from msgspec.structs import replace

from appointments.domain.booking import (
    HELD_FOR,
    begin,
    new_appointment,
    place_in,
    release,
    release_lapsed_of,
    retake,
    take_time,
    wait_for_turn,
)
from appointments.domain.needs import Needs
from appointments.domain.telling import tell_person
from appointments.enums import AppointmentStatus as Status
from appointments.enums import Change, Origin
from appointments.errors import HoldExpired, NoSuchStep, SlotNotOffered, SlotTaken
from appointments.events import APPOINTMENT_BOOKED, APPOINTMENT_HELD
from appointments.models import Appointment, Service
from appointments.permissions import may_arrange
from appointments.selectors.slots import Slot, SlotQuery
from appointments.services.deeds import change_to, current, is_done, require_to_come
from mailbox.domain.drafting import clean_subject, clean_text
from portal.audit.services import record
from portal.cases.enums import CaseStatus
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case, Person, system_actor
from portal.cases.permissions import may_admit
from portal.cases.services import admit_case, locked
from portal.outbox.services import publish


@transaction.atomic
def hold_slot(
    *, actor: Actor, case: Case, person: Person, query: SlotQuery, starts: datetime, channel: str
) -> Appointment:
    """Keep a free time for 15 minutes; returns the appointment, *held*.

    A person holds one time at a time: choosing another gives the former back, choosing the same again prolongs it.
    Raises NotPermitted, SlotTaken, SlotNotOffered (PersonBusy: they have another appointment then).
    """
    now = _require(actor, case, person, query.service)
    release_lapsed_of(person.pk)
    again = _former_hold(person, query, starts, channel)
    if again is not None:
        again.held_until = timezone.now() + HELD_FOR
        again.save(update_fields=["held_until"])
        return again

    def write(slot: Slot) -> Appointment:
        held = new_appointment(
            case_id=now.pk,
            person_id=person.pk,
            service=query.service,
            slot=slot,
            channel=channel,
            origin=Origin.OFFICE if actor.is_staff else Origin.BOOKED,
            status=Status.HELD,
            held_until=timezone.now() + HELD_FOR,
        )
        return begin(held, actor=actor, change=Change.HELD)

    held = take_time(replace(query, channel=channel, by_staff=actor.is_staff), starts, write)
    record(actor, APPOINTMENT_HELD, subject=held, case_id=now.pk)
    return held


@transaction.atomic
def release_hold(*, actor: Actor, appointment: Appointment) -> None:
    """Give a held time back; twice is the same as once. Raises NotPermitted, NoSuchStep (it was agreed meanwhile)."""
    held = current(actor, appointment)
    if held.status != Status.RELEASED:
        if held.status != Status.HELD:
            raise NoSuchStep(held.status, Status.RELEASED, actor.role)
        release(held, actor=actor)


@transaction.atomic
def confirm_booking(
    *,
    actor: Actor,
    appointment: Appointment,
    topic: str,
    needs: Needs,
    phone: str,
    is_confidential: bool,
    token: UUID | str,
) -> Appointment:
    """Agree on a held time; returns the appointment, *booked*. The same ``token`` again: the same, once.

    Nothing but the time is needed. A hold that lapsed is no loss as long as somebody is free then, if need be another
    colleague. The first thing handed in opens the case. Raises NotPermitted, HoldExpired, TooLate, NoSuchStep.
    """
    held = current(actor, appointment)
    if is_done(held, token) or held.status == Status.BOOKED:
        return held
    require_to_come(held)
    if held.status not in {Status.HELD, Status.RELEASED} or held.booked_at is not None or held.offer_id is not None:
        raise NoSuchStep(held.status, Status.BOOKED, actor.role)
    _admit(actor, held)
    facts: dict[str, Any] = {
        "topic": clean_text(topic),
        "needs": needs.as_json(),
        "phone": clean_subject(phone),
        "is_confidential": is_confidential,
        "held_until": None,
        "booked_at": timezone.now(),
    }

    def agree(**place: Any) -> Appointment:
        return change_to(
            held,
            Status.BOOKED,
            actor=actor,
            change=Change.BOOKED,
            event=APPOINTMENT_BOOKED,
            token=token,
            **{**facts, **place},
        )

    if held.status == Status.HELD:
        wait_for_turn(held.period.lower, held.membership_id, held.room_id)
        return agree()
    query = SlotQuery(service=held.service, channel=held.channel, by_staff=actor.is_staff)
    try:
        return retake(held, query, lambda slot: agree(**place_in(slot, held.channel)))
    except (SlotTaken, SlotNotOffered) as gone:
        raise HoldExpired from gone


@transaction.atomic
def book_for(  # noqa: PLR0913 -- what is agreed on the phone or at the counter, each by name
    *,
    actor: Actor,
    case: Case,
    person: Person,
    query: SlotQuery,
    starts: datetime,
    channel: str,
    token: UUID | str,
    membership_id: UUID | None = None,
    topic: str = "",
    needs: Needs | None = None,
    phone: str = "",
    is_confidential: bool = False,
    origin: Origin = Origin.OFFICE,
    words: str = "",
) -> Appointment:
    """Staff agree on a time with a person; returns the appointment, *booked*. The same ``token``: once.

    ``membership_id``: with this colleague. ``words``: what the message to the person says besides. Raises NotPermitted,
    SlotTaken, SlotNotOffered (PersonBusy).
    """
    now = _require(actor, case, person, query.service)
    if not actor.is_staff:
        raise NotPermitted(case.pk)
    pk = uuid5(NAMESPACE_URL, f"appointment:{token}")
    known = Appointment.objects.filter(pk=pk, case=now).first()
    if known is not None:
        return known
    release_lapsed_of(person.pk)

    def write(slot: Slot) -> Appointment:
        booked = new_appointment(
            case_id=now.pk,
            person_id=person.pk,
            service=query.service,
            slot=slot,
            channel=channel,
            origin=origin,
            id=pk,
            status=Status.BOOKED,
            booked_at=timezone.now(),
            topic=clean_text(topic),
            needs=(needs or Needs()).as_json(),
            phone=clean_subject(phone),
            is_confidential=is_confidential,
        )
        return begin(booked, actor=actor, change=Change.BOOKED)

    wanted = replace(query, channel=channel, by_staff=True, membership_id=membership_id or query.membership_id)
    booked = take_time(wanted, starts, write)
    if origin != Origin.SUMMONED:  # a letter of its own says it
        tell_person(booked, Change.BOOKED, token=token, words=clean_text(words))
    record(actor, APPOINTMENT_BOOKED, subject=booked, case_id=now.pk)
    publish("appointment.changed", booked.pk)
    return booked


def _require(actor: Actor, case: Case, person: Person, service: Service) -> Case:
    """The case, locked. Raises NotPermitted, and SlotNotOffered for what this jobcenter does not offer this way."""
    now = locked(case)
    if not may_arrange(actor, now, person):
        raise NotPermitted(case.pk)
    is_elsewhere = now.jobcenter_id is not None and now.jobcenter_id != service.jobcenter_id
    if is_elsewhere or not service.is_active or (actor.is_citizen and not service.is_bookable):
        raise SlotNotOffered
    return now


def _former_hold(person: Person, query: SlotQuery, starts: datetime, channel: str) -> Appointment | None:
    """What the person holds already, if it is the same; anything else is given back."""
    same = None
    for held in Appointment.objects.filter(person=person, status=Status.HELD).select_for_update():
        is_same = held.service_id == query.service.pk and held.period.lower == starts and held.channel == channel
        if is_same and same is None:
            same = held
        else:
            release(held, actor=system_actor("appointments.booking"))
    return same


def _admit(actor: Actor, appointment: Appointment) -> None:
    """Staff have to see the case from now on, and it belongs to the jobcenter whose time it is.

    A closed one stays closed: a talk reopens nothing.
    """
    if appointment.case.status != CaseStatus.PROSPECTIVE and appointment.case.jobcenter_id is not None:
        return
    by = actor if may_admit(actor, appointment.case) else system_actor("appointments.booking")
    appointment.case = admit_case(
        actor=by, case=appointment.case, jobcenter=appointment.service.jobcenter, at=timezone.now()
    )
