"""Reads of the appointments."""

from appointments.selectors.appointment import (
    appointments_visible_to,
    coming_appointments,
    of_persons_visible_to,
    offers_visible_to,
    persons_with_calendar,
    wishes_visible_to,
)

__all__ = [
    "appointments_visible_to",
    "coming_appointments",
    "of_persons_visible_to",
    "offers_visible_to",
    "persons_with_calendar",
    "wishes_visible_to",
]
