"""The wish for an earlier time: be on the waiting list, leave it."""

from django.db import transaction
from django.utils import timezone

from appointments.domain.waiting import MOST_OFFERS
from appointments.enums import AppointmentStatus
from appointments.errors import NoSuchStep
from appointments.events import WAITING_JOINED, WAITING_LEFT
from appointments.models import Appointment, WaitingEntry
from appointments.services.deeds import current, require_to_come
from portal.audit.services import record
from portal.cases.models import Actor


@transaction.atomic
def join_waiting_list(*, actor: Actor, appointment: Appointment) -> WaitingEntry:
    """Wait for an earlier time than this appointment's, which stays as it is; returns the entry. Twice is once.

    Who left the list, or was offered three times, begins anew at its end. Raises NotPermitted, TooLate, NoSuchStep.
    """
    now = current(actor, appointment)
    require_to_come(now)
    if now.status != AppointmentStatus.BOOKED:
        raise NoSuchStep(now.status, AppointmentStatus.BOOKED, actor.role)
    known = WaitingEntry.objects.filter(appointment=now).first()
    if known is not None and known.ended_at is None and known.offers_made < MOST_OFFERS:
        return known
    fresh = {"offers_made": 0, "since": timezone.now(), "ended_at": None}
    entry, _created = WaitingEntry.objects.update_or_create(appointment=now, defaults=fresh)
    record(actor, WAITING_JOINED, subject=now, case_id=now.case_id)
    return entry


@transaction.atomic
def leave_waiting_list(*, actor: Actor, appointment: Appointment) -> None:
    """Wait no longer; the appointment stays. What is offered at this moment can still be taken. Raises NotPermitted."""
    now = current(actor, appointment)
    if WaitingEntry.objects.filter(appointment=now, ended_at=None).update(ended_at=timezone.now()):
        record(actor, WAITING_LEFT, subject=now, case_id=now.case_id)
