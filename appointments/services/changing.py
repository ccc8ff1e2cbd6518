"""Another time, another way, other needs: the appointment stays the same, and so does its entry in calendars."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from appointments.domain.booking import clash_of, place_in, release_lapsed_of, take_time, wait_for_turn
from appointments.domain.earlier import follow_time
from appointments.domain.needs import Needs
from appointments.domain.words import when
from appointments.enums import AppointmentStatus as Status
from appointments.enums import Change, Channel, VideoProvider
from appointments.errors import NoSuchStep, SlotNotOffered
from appointments.events import APPOINTMENT_CHANGED, APPOINTMENT_MOVED
from appointments.models import Appointment, AppointmentSettings
from appointments.selectors.offering import offering_for
from appointments.selectors.slot import channels_for
from appointments.selectors.slots import Slot, SlotQuery
from appointments.services.deeds import change_to, current, is_done, require_to_come
from mailbox.domain.drafting import clean_subject, clean_text
from portal.cases.models import Actor
from portal.law.dates import BERLIN
from portal.outbox.services import publish


@transaction.atomic
def move_appointment(
    *,
    actor: Actor,
    appointment: Appointment,
    query: SlotQuery,
    starts: datetime,
    channel: str,
    token: UUID | str,
    reason: str = "",
) -> Appointment:
    """Move an agreed appointment to another free time; returns it. The former time is free from then on.

    The matter stays the same whatever ``query`` says. Former links end; who comes along is asked again. The same
    ``token``: once. Raises NotPermitted, TooLate, NoSuchStep, SlotTaken, SlotNotOffered (PersonBusy).
    """
    now = _to_change(actor, appointment, token)
    if now is None:
        return current(actor, appointment)
    release_lapsed_of(now.person_id)
    former = when(now)

    def write(slot: Slot) -> Appointment:
        return change_to(
            now,
            Status.BOOKED,
            actor=actor,
            change=Change.MOVED,
            event=APPOINTMENT_MOVED,
            token=token,
            former=former,
            reason=clean_text(reason),
            link_version=_next_version(now),
            **place_in(slot, channel),
        )

    moved = take_time(replace(query, service=now.service, channel=channel, by_staff=actor.is_staff), starts, write)
    follow_time(moved, actor=actor)
    publish("appointment.freed", moved.pk)
    return moved


@transaction.atomic
def change_channel(
    *, actor: Actor, appointment: Appointment, channel: str, phone: str = "", token: UUID | str, reason: str = ""
) -> Appointment:
    """Meet another way at the same time; returns the appointment. Former links end. The same ``token``: once.

    Raises NotPermitted, TooLate, NoSuchStep, SlotNotOffered (that way is not offered then).
    """
    now = _to_change(actor, appointment, token)
    if now is None:
        return current(actor, appointment)
    facts = {
        **_place_for(now, channel, actor),
        "channel": channel,
        "phone": clean_subject(phone) or now.phone,
        "link_version": _next_version(now),
    }
    try:
        with transaction.atomic():
            wait_for_turn(now.period.lower, now.membership_id, facts.get("room_id"))
            return change_to(
                now,
                Status.BOOKED,
                actor=actor,
                change=Change.CHANNEL,
                event=APPOINTMENT_CHANGED,
                token=token,
                reason=clean_text(reason),
                **facts,
            )
    except IntegrityError as error:
        if clash_of(error) is None:
            raise
        raise SlotNotOffered from error  # the room is somebody else's then


@transaction.atomic
def change_needs(
    *,
    actor: Actor,
    appointment: Appointment,
    needs: Needs,
    token: UUID | str,
    topic: str | None = None,
    phone: str | None = None,
    is_confidential: bool | None = None,
) -> Appointment:
    """Say anew what is needed, and, where not None, what it is about, whom to call, whether nobody is to be notified.

    Returns the appointment; time, place and links stay. The same ``token``: once. Raises NotPermitted, TooLate,
    NoSuchStep.
    """
    now = _to_change(actor, appointment, token)
    if now is None:
        return current(actor, appointment)
    return change_to(
        now,
        Status.BOOKED,
        actor=actor,
        change=Change.NEEDS,
        event=APPOINTMENT_CHANGED,
        token=token,
        needs=needs.as_json(),
        topic=now.topic if topic is None else clean_text(topic),
        phone=now.phone if phone is None else clean_subject(phone),
        is_confidential=now.is_confidential if is_confidential is None else is_confidential,
    )


def _next_version(appointment: Appointment) -> int:
    """The version from which on former links are no good."""
    return appointment.link_version + 1


def _to_change(actor: Actor, appointment: Appointment, token: UUID | str) -> Appointment | None:
    """The appointment as it is now; None when this was done already."""
    now = current(actor, appointment)
    if is_done(now, token):
        return None
    require_to_come(now)
    if now.status != Status.BOOKED:
        raise NoSuchStep(now.status, Status.BOOKED, actor.role)
    return now


def _place_for(appointment: Appointment, channel: str, actor: Actor) -> dict[str, Any]:
    """Office and room for meeting this way at the time agreed. Raises SlotNotOffered.

    Outside of all opening hours (staff may agree on such a time) the service alone decides.
    """
    query = SlotQuery(service=appointment.service, membership_id=appointment.membership_id, by_staff=actor.is_staff)
    period = appointment.period
    wall = period.lower.astimezone(BERLIN).replace(tzinfo=None)
    day = wall.date()
    around = [
        opening
        for opening in offering_for(query, day, day).openings(day, day)
        if opening.begins <= wall and period.upper <= opening.ends
    ]
    fitting = next((opening.pattern for opening in around if channel in opening.pattern.channels), None)
    if fitting is None and (around or channel not in _ways_of(query)):
        raise SlotNotOffered
    if channel != Channel.IN_PERSON:
        return {"room_id": None}
    if fitting is None:
        return {}
    return {"room_id": fitting.seat.room_id if fitting.seat else None, "office_id": fitting.office_id}


def _ways_of(query: SlotQuery) -> frozenset[str]:
    rooms = AppointmentSettings.objects.filter(jobcenter=query.service.jobcenter_id)
    return channels_for(query, has_video=rooms.exclude(video_provider=VideoProvider.NONE).exists())
