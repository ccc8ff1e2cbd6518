"""Reads of the appointments."""

from appointments.selectors.appointment import (
    appointments_visible_to,
    coming_appointments,
    of_persons_visible_to,
    offers_visible_to,
    persons_with_calendar,
    wishes_visible_to,
)
from appointments.selectors.house import has_video, holidays_of, office_of, services_to_ask_for
from appointments.selectors.place import Place, place_for
from appointments.selectors.slots import Slot, SlotQuery, candidates_at, days_with_slots, free_slots, next_free

__all__ = [
    "Place",
    "Slot",
    "SlotQuery",
    "appointments_visible_to",
    "candidates_at",
    "coming_appointments",
    "days_with_slots",
    "free_slots",
    "has_video",
    "holidays_of",
    "next_free",
    "of_persons_visible_to",
    "offers_visible_to",
    "office_of",
    "persons_with_calendar",
    "place_for",
    "services_to_ask_for",
    "wishes_visible_to",
]
