"""Reminders of appointments: three days and three hours ahead, each once for the time that was agreed.

They are a protection (§§ 32, 7b (4) SGB II): that they went out stands in the dispatch records, which staff see.
"""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, Func, OuterRef

from appointments.enums import AppointmentStatus, ReminderKind
from appointments.models import Appointment, Reminder
from portal.cases.domain.addressee import addressees
from portal.cases.selectors import representing
from portal.notices.enums import Template
from portal.notices.services import send_reminder

AHEAD: Final = {ReminderKind.DAYS: timedelta(days=3), ReminderKind.HOURS: timedelta(hours=3)}
WORTHLESS: Final = {ReminderKind.DAYS: timedelta(hours=6), ReminderKind.HOURS: timedelta()}  # so long before the start
TEMPLATES: Final = {
    ReminderKind.DAYS: Template.APPOINTMENT_DAYS,
    ReminderKind.HOURS: Template.APPOINTMENT_TODAY,
}


def remind(now: datetime) -> int:
    """Remind of every appointment that comes near; returns how many reminders were made. Repeating it does no harm.

    Nobody is reminded of a confidential one, nor of what was agreed within that time: they have just been told.
    """
    return sum(_remind(pk, kind, now) for kind in ReminderKind for pk in _due(kind, now))


def _due(kind: ReminderKind, now: datetime) -> list[UUID]:
    reminded = Reminder.objects.filter(appointment=OuterRef("pk"), kind=kind, sequence=OuterRef("sequence"))
    booked = Appointment.objects.filter(status=AppointmentStatus.BOOKED, is_confidential=False)
    near = booked.annotate(starts_at=Func(F("period"), function="lower")).filter(
        starts_at__gt=now + WORTHLESS[kind],
        starts_at__lte=now + AHEAD[kind],
        updated_at__lt=F("starts_at") - AHEAD[kind],
    )
    return list(near.exclude(Exists(reminded)).order_by("starts_at", "pk").values_list("pk", flat=True))


@transaction.atomic
def _remind(appointment_id: UUID, kind: ReminderKind, now: datetime) -> bool:
    appointment = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment_id)
    if appointment.status != AppointmentStatus.BOOKED or appointment.is_confidential:
        return False
    _reminder, is_new = Reminder.objects.get_or_create(
        appointment=appointment, kind=kind, sequence=appointment.sequence, defaults={"at": now}
    )
    if not is_new:
        return False
    told = addressees(representing(appointment.person_id, appointment.case_id))
    send_reminder(
        person_id=appointment.person_id,
        template=TEMPLATES[kind],
        subject_id=appointment.pk,
        occasion=f"{kind}:{appointment.sequence}",
        not_after=appointment.period.lower - WORTHLESS[kind],
        representatives=[standing.user_id for standing in told.told if standing.user_id is not None],
        to_person=told.to_person,
    )
    return True
