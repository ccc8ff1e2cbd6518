"""Give appointments and offered times to another colleague, some or all in one go. What cannot go is named."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone
from msgspec import Struct, field

from appointments.domain.booking import wait_for_turn
from appointments.domain.lifecycle import advance
from appointments.domain.needs import Needs
from appointments.domain.reassigning import Offered
from appointments.domain.telling import tell_person
from appointments.enums import AppointmentStatus, Change, Conflict, Need, OfferKind, OfferStatus
from appointments.errors import NoSuchStep
from appointments.events import APPOINTMENT_REASSIGNED
from appointments.models import Appointment
from appointments.permissions import may_arrange
from appointments.selectors.slots import SlotQuery, candidates_at
from portal.accounts.models import Absence, StaffMembership
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.services import locked
from portal.outbox.services import publish


class Reassigned(Struct):
    """What became of them: those that went, and those that stay, each with why."""

    gone: list[Appointment] = field(default_factory=list)
    kept: list[tuple[Appointment, Conflict]] = field(default_factory=list)


def reassign(
    *, actor: Actor, appointments: Sequence[Appointment], to: StaffMembership | None, reason: str = ""
) -> Reassigned:
    """Give each to ``to``, or (None) to whoever has time then; each by itself, so that one conflict stops no other.

    Time and way stay; of what is agreed the person is told who it is now, an offer reads as before. ``reason`` is for
    colleagues. Publishes ``appointment.changed`` for what is agreed. Raises NotPermitted, also for a colleague of
    another house or who does not work there now.
    """
    offered = _offered(actor, to) if to is not None else None
    done = Reassigned()
    for appointment in appointments:
        conflict = _give(actor, appointment, offered, reason.strip())
        if conflict is None:
            done.gone.append(appointment)
        else:
            done.kept.append((appointment, conflict))
    return done


def _offered(actor: Actor, to: StaffMembership) -> Offered:
    found = StaffMembership.objects.current().filter(pk=to.pk, jobcenter_id=cast("UUID", actor.jobcenter_id))
    membership = found.select_related("user").first()
    if membership is None:
        raise NotPermitted(None)
    absences = Absence.objects.filter(membership=membership, last_day__gte=timezone.localdate())
    return Offered(membership, tuple(absences))


def _give(actor: Actor, appointment: Appointment, offered: Offered | None, reason: str) -> Conflict | None:
    if actor.membership_id is None or not may_arrange(actor, appointment.case, appointment.person):
        raise NotPermitted(appointment.case_id)
    if not _is_to_come(appointment):
        return Conflict.CHANGED
    if offered is None:
        return _to_anybody(actor, appointment, reason)
    teams = frozenset(team.pk for team in appointment.service.teams.all())
    conflict = offered.conflict(timezone.localdate(appointment.period.lower), teams)
    return conflict or _move(actor, appointment, offered.membership, reason)


def _is_to_come(appointment: Appointment) -> bool:
    """Whether it is agreed, or offered and can still be chosen."""
    now, offer = timezone.now(), appointment.offer
    if appointment.status == AppointmentStatus.OFFERED:
        return offer is not None and offer.status == OfferStatus.OPEN and offer.until > now < appointment.period.lower
    return appointment.status == AppointmentStatus.BOOKED and appointment.period.lower > now


def _to_anybody(actor: Actor, appointment: Appointment, reason: str) -> Conflict | None:
    """The colleague whose turn it is, among those who have hours and no appointment then.

    An earlier time with somebody else is none for who wants to stay with the same person: that one is withdrawn.
    """
    is_earlier = appointment.offer is not None and appointment.offer.kind == OfferKind.EARLIER
    is_offered = appointment.status == AppointmentStatus.OFFERED
    if is_offered and is_earlier and Need.SAME_PERSON in Needs.of(appointment.needs).needs:
        return Conflict.SAME_PERSON
    query = SlotQuery(service=appointment.service, channel=appointment.channel, by_staff=True)
    for slot in candidates_at(query, appointment.period.lower):
        if slot.membership_id == appointment.membership_id:
            continue
        membership = StaffMembership.objects.get(pk=slot.membership_id)
        place = {"office_id": slot.office_id, "room_id": slot.room_id} if slot.room_id or slot.office_id else {}
        if _move(actor, appointment, membership, reason, **place) is None:
            return None
    return Conflict.NOBODY


def _move(actor: Actor, appointment: Appointment, to: StaffMembership, reason: str, **place: Any) -> Conflict | None:
    """One step, by itself: the database knows whether the time is free."""
    try:
        with transaction.atomic():
            locked(appointment.case)  # whoever takes an offered time at this moment waits, or is waited for
            wait_for_turn(appointment.period.lower, membership_id=to.pk, room_id=None)
            advance(
                appointment,
                AppointmentStatus(appointment.status),
                change=Change.REASSIGNED,
                actor=actor,
                reason=reason,
                membership_id=to.pk,
                **place,
            )
            changed = Appointment.objects.select_related(
                "case", "person", "service__jobcenter", "membership__team__office", "office", "room"
            ).get(pk=appointment.pk)
            record(actor, APPOINTMENT_REASSIGNED, subject=changed, case_id=changed.case_id)
            if changed.status == AppointmentStatus.BOOKED:
                tell_person(changed, Change.REASSIGNED, token=uuid4())
                publish("appointment.changed", changed.pk)
    except IntegrityError:
        return Conflict.BUSY
    except NoSuchStep:
        return Conflict.CHANGED
    return None
