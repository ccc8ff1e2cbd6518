"""Background work of the appointments: take an id, load, call one domain function. The outbox calls and repeats it."""

from appointments.tasks.calendar import drop_stale_reminders, mail_calendar_entry
from appointments.tasks.summons import notify_of_summons
from appointments.tasks.waiting import offer_earlier

__all__ = ["drop_stale_reminders", "mail_calendar_entry", "notify_of_summons", "offer_earlier"]
