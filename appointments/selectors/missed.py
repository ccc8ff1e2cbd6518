"""What came before an appointment that somebody may have missed."""

from django.db.models import F, Func

from appointments.enums import AppointmentStatus
from appointments.models import Appointment


def earlier_of_person(appointment: Appointment) -> list[Appointment]:
    """Return what the person had agreed to before, or was called to, with its letters; latest first. Two SQL."""
    dated = Appointment.objects.annotate(starts_at=Func(F("period"), function="lower"))
    before = dated.filter(
        person_id=appointment.person_id, starts_at__lt=appointment.period.lower, booked_at__isnull=False
    ).exclude(pk=appointment.pk)
    kept = before.exclude(status=AppointmentStatus.RELEASED)
    found = kept.select_related("service", "membership").prefetch_related("summonses")
    return list(found.order_by("-starts_at", "pk"))
