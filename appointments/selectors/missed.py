"""What came before an appointment that somebody may have missed."""

from django.db.models import F, Func, QuerySet

from appointments.enums import AppointmentStatus
from appointments.models import Appointment


def starting(appointments: QuerySet[Appointment]) -> QuerySet[Appointment]:
    """The same with ``starts_at``, to filter and order by."""
    return appointments.annotate(starts_at=Func(F("period"), function="lower"))


def earlier_of_person(appointment: Appointment) -> list[Appointment]:
    """Return what the person had agreed to before, or was called to, with the summons; latest first. One SQL."""
    found = starting(Appointment.objects.filter(person_id=appointment.person_id)).filter(
        starts_at__lt=appointment.period.lower, booked_at__isnull=False
    )
    kept = found.exclude(pk=appointment.pk).exclude(status=AppointmentStatus.RELEASED)
    return list(kept.select_related("summons", "service", "membership").order_by("-starts_at", "pk"))
