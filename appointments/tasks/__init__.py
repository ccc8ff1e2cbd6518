"""Handlers and periodic work of the appointments."""

from appointments.tasks.calendar import drop_stale_reminders, mail_calendar_entry

__all__ = ["drop_stale_reminders", "mail_calendar_entry"]
