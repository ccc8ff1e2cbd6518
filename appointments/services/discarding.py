"""Appointments of a case that goes: of one in which nothing was ever handed in, and of one whose time is over."""

from django.db import transaction

from appointments.enums import AppointmentStatus
from appointments.models import Appointment, Offer, Summons, Wish
from portal.cases.enums import CaseStatus, Scope
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case

NEVER_AGREED = (AppointmentStatus.HELD, AppointmentStatus.RELEASED)


@transaction.atomic
def discard_appointments(*, actor: Actor, case: Case) -> int:
    """Delete the times that were held for a while in a case that was never opened; returns how many, 0 for others.

    Call it before the case is forgotten. Raises NotPermitted.
    """
    if not actor.is_system and not actor.may(Scope.APPOINTMENTS, case.pk):
        raise NotPermitted(case.pk)
    held = Appointment.objects.filter(case=case, case__status=CaseStatus.PROSPECTIVE, status__in=NEVER_AGREED)
    number = held.count()
    held.delete()
    return number


@transaction.atomic
def erase_appointments(*, actor: Actor, case: Case) -> int:
    """Delete all appointments of an ended case with their history, wishes, offers and summonses; returns how many.

    Letters go with the documents, receipts with what was handed in: call it before these. Raises NotPermitted but for
    the system.
    """
    if not actor.is_system:
        raise NotPermitted(case.pk)
    Summons.objects.filter(appointment__case=case).delete()
    Offer.objects.filter(case=case).update(replaces=None)
    appointments = Appointment.objects.filter(case=case)
    number = appointments.count()
    appointments.delete()
    Offer.objects.filter(case=case).delete()
    Wish.objects.filter(case=case).delete()
    return number
