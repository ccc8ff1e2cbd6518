"""Permissions of the appointments."""

from appointments.permissions.appointment import may_arrange, may_change, may_keep_calendar

__all__ = ["may_arrange", "may_change", "may_keep_calendar"]
