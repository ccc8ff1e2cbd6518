"""What the page of one appointment shows, read in a fixed number of queries."""

from django.db.models import Prefetch, QuerySet

from appointments.enums import AppointmentStatus
from appointments.models import Appointment, AppointmentSettings, AppointmentStep, Participant, Summons

UNSEEN = (AppointmentStatus.HELD, AppointmentStatus.RELEASED)


def with_everything(appointments: QuerySet[Appointment]) -> QuerySet[Appointment]:
    """Add who comes along, what was agreed, the history with its receipts."""
    steps = AppointmentStep.objects.exclude(to_status__in=UNSEEN).select_related("submission")
    coming = Participant.objects.filter(removed_at__isnull=True)
    return appointments.select_related(
        "case__jobcenter__appointment_settings",
        "case__team",
        "membership__team__office",
        "waiting_entry",
    ).prefetch_related(
        Prefetch("summonses", queryset=Summons.objects.select_related("message", "office")),
        Prefetch("steps", queryset=steps),
        Prefetch("participants", queryset=coming),
        "agreed_steps",
        "proofs",
    )


def settings_of(appointment: Appointment) -> AppointmentSettings | None:
    """Return what holds for all appointments of its jobcenter."""
    jobcenter = appointment.case.jobcenter
    return getattr(jobcenter, "appointment_settings", None) if jobcenter is not None else None
