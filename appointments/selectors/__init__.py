"""Reads of the appointments."""

from appointments.selectors.appointment import (
    appointments_visible_to,
    coming_appointments,
    of_persons_visible_to,
    offers_visible_to,
    wishes_visible_to,
)
from appointments.selectors.place import Place, place_for

__all__ = [
    "Place",
    "appointments_visible_to",
    "coming_appointments",
    "of_persons_visible_to",
    "offers_visible_to",
    "place_for",
    "wishes_visible_to",
]
