"""What happens in calendars and with reminders when an appointment has changed."""

from uuid import UUID

from appointments.domain.calendar_file import Method, calendar_file, entry_of
from appointments.domain.links import link_address
from appointments.enums import AppointmentStatus
from appointments.models import Appointment
from portal.notices.services import drop_reminders, send_calendar_entry

_METHODS = {AppointmentStatus.BOOKED: Method.REQUEST, AppointmentStatus.CANCELLED: Method.CANCEL}


def drop_stale_reminders(appointment_id: UUID) -> None:
    """Take back reminders that wait for a time that holds no longer."""
    appointment = Appointment.objects.get(pk=appointment_id)
    is_current = appointment.reminders.filter(sequence=appointment.sequence).exists()
    if appointment.status != AppointmentStatus.BOOKED or not is_current:
        drop_reminders(subject_id=appointment.pk)


def mail_calendar_entry(appointment_id: UUID) -> None:
    """Send the invitation, its update or its cancellation to who has asked for such e-mails; each change once."""
    related = Appointment.objects.select_related("person__calendar_settings", "service", "office", "room")
    appointment = related.get(pk=appointment_id)
    wanted = getattr(appointment.person, "calendar_settings", None)
    method = _METHODS.get(AppointmentStatus(appointment.status))
    if method is None or wanted is None or not wanted.mails_invitations or appointment.is_confidential:
        return
    url = link_address(appointment) if method is Method.REQUEST else ""
    entry = entry_of(appointment, shows_details=wanted.shows_details, url=url)
    send_calendar_entry(
        person_id=appointment.person_id,
        subject_id=appointment.pk,
        occasion=f"{method}:{appointment.sequence}",
        calendar=lambda address: calendar_file([entry], method=method, attendee=address),
        method=str(method),
    )
