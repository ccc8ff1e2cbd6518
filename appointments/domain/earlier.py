"""What hangs on the time of an appointment, when that time changes: who comes along, offers of an earlier one."""

from django.utils import timezone

from appointments.domain.offers import advance_offer, release_times
from appointments.enums import AppointmentStatus, Coming, OfferStatus
from appointments.models import Appointment, Offer, WaitingEntry
from portal.cases.models import Actor


def follow_time(appointment: Appointment, *, actor: Actor) -> None:
    """After an appointment was moved or called off: who comes along is asked again, offers for it are taken back.

    Called off, its wish for an earlier time ends, too.
    """
    appointment.participants.update(coming=Coming.OPEN, answered_at=None)
    for offer in Offer.objects.filter(replaces=appointment, status=OfferStatus.OPEN):
        advance_offer(offer, OfferStatus.WITHDRAWN, actor=actor, answered_at=timezone.now())
        release_times(offer, actor=actor)
    if appointment.status == AppointmentStatus.CANCELLED:
        stop_waiting(appointment)


def stop_waiting(appointment: Appointment) -> None:
    """The wish for an earlier time is over."""
    WaitingEntry.objects.filter(appointment=appointment, ended_at=None).update(ended_at=timezone.now())
