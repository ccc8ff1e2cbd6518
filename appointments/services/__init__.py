"""Use cases of the appointments."""

from appointments.services.calendar import close_feed, open_feed, save_calendar_settings

__all__ = ["close_feed", "open_feed", "save_calendar_settings"]
