"""What follows in calendars when an appointment changes."""

from uuid import UUID

from appointments.domain import calendar_mail


def drop_stale_reminders(subject_id: UUID) -> None:
    """Handle ``appointment.changed``: reminders of the former time are not sent any more. Idempotent."""
    calendar_mail.drop_stale_reminders(subject_id)


def mail_calendar_entry(subject_id: UUID) -> None:
    """Handle ``appointment.changed``: send the calendar entry to who wants it by e-mail. Idempotent."""
    calendar_mail.mail_calendar_entry(subject_id)
