"""Models of the appointments."""

from appointments.models.appointment import (
    AgreedStep,
    Appointment,
    AppointmentStep,
    CalendarSettings,
    Participant,
    Reminder,
    WaitingEntry,
)
from appointments.models.offering import AppointmentSettings, CalendarException, OpeningRule, Room, Service
from appointments.models.summons import Summons
from appointments.models.wish import Offer, Wish

__all__ = [
    "AgreedStep",
    "Appointment",
    "AppointmentSettings",
    "AppointmentStep",
    "CalendarException",
    "CalendarSettings",
    "Offer",
    "OpeningRule",
    "Participant",
    "Reminder",
    "Room",
    "Service",
    "Summons",
    "WaitingEntry",
    "Wish",
]
