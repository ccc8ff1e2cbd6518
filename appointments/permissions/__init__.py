"""Permissions of the appointments."""

from appointments.permissions.appointment import (
    may_arrange,
    may_change,
    may_keep_calendar,
    persons_to_arrange_for,
)
from appointments.permissions.offering import may_change_hours, may_change_rule, may_change_settings, may_set_up

__all__ = [
    "may_arrange",
    "may_change",
    "may_change_hours",
    "may_change_rule",
    "may_change_settings",
    "may_keep_calendar",
    "may_set_up",
    "persons_to_arrange_for",
]
