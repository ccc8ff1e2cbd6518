"""What came before an appointment that somebody may have missed."""

from django.db.models import Exists, F, Func, OuterRef

from appointments.enums import AppointmentStatus, Change
from appointments.models import Appointment, AppointmentStep


def earlier_of_person(appointment: Appointment) -> list[Appointment]:
    """Return what the person had agreed to before, or was called to, with the summons; latest first. One SQL.

    Each has ``was_moved``: whether it was moved after its summons was sent.
    """
    dated = Appointment.objects.annotate(starts_at=Func(F("period"), function="lower"), was_moved=_moved_since())
    before = dated.filter(
        person_id=appointment.person_id, starts_at__lt=appointment.period.lower, booked_at__isnull=False
    ).exclude(pk=appointment.pk)
    kept = before.exclude(status=AppointmentStatus.RELEASED)
    return list(kept.select_related("summons", "service", "membership").order_by("-starts_at", "pk"))


def was_moved_since_summons(appointment: Appointment) -> bool:
    """Whether its summons names another time: it was moved after that was sent. One SQL."""
    return Appointment.objects.filter(_moved_since(), pk=appointment.pk).exists()


def _moved_since() -> Exists:
    moved = AppointmentStep.objects.filter(appointment=OuterRef("pk"), change=Change.MOVED)
    return Exists(moved.filter(at__gt=OuterRef("summons__sent_at")))
