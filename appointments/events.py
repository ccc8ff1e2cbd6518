"""What the appointments write to the audit trail."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

APPOINTMENT_HELD = EventType("appointment.held", _("Zeit für einen Termin reserviert"), ShredRule.WITH_ACCOUNT)
APPOINTMENT_BOOKED = EventType("appointment.booked", _("Termin vereinbart"), ShredRule.NEVER)
APPOINTMENT_MOVED = EventType("appointment.moved", _("Termin verschoben"), ShredRule.NEVER)
APPOINTMENT_CHANGED = EventType("appointment.changed", _("Termin geändert"), ShredRule.NEVER)
APPOINTMENT_CANCELLED = EventType("appointment.cancelled", _("Termin abgesagt"), ShredRule.NEVER)
CALENDAR_CHANGED = EventType("appointment.calendar_changed", _("Kalender eingestellt"), ShredRule.WITH_ACCOUNT)
