"""What the appointments write to the audit trail."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

APPOINTMENT_HELD = EventType("appointment.held", _("Zeit für einen Termin reserviert"), ShredRule.WITH_ACCOUNT)
APPOINTMENT_BOOKED = EventType("appointment.booked", _("Termin vereinbart"), ShredRule.NEVER)
APPOINTMENT_MOVED = EventType("appointment.moved", _("Termin verschoben"), ShredRule.NEVER)
APPOINTMENT_CHANGED = EventType("appointment.changed", _("Termin geändert"), ShredRule.NEVER)
APPOINTMENT_CANCELLED = EventType("appointment.cancelled", _("Termin abgesagt"), ShredRule.NEVER)
WISH_SENT = EventType("appointment.wished", _("Termin oder Rückruf gewünscht"), ShredRule.NEVER)
WISH_WITHDRAWN = EventType("appointment.wish_withdrawn", _("Wunsch zurückgenommen"), ShredRule.NEVER)
WISH_ANSWERED = EventType("appointment.wish_answered", _("Wunsch beantwortet"), ShredRule.AFTER_RETENTION)
CALLBACK_TRIED = EventType("appointment.callback_tried", _("Rückruf versucht"), ShredRule.AFTER_RETENTION)
OFFER_SENT = EventType("appointment.offered", _("Zeiten für einen Termin angeboten"), ShredRule.AFTER_RETENTION)
OFFER_REMINDED = EventType("appointment.offer_reminded", _("An Terminangebot erinnert"), ShredRule.AFTER_RETENTION)
OFFER_WITHDRAWN = EventType("appointment.offer_withdrawn", _("Terminangebot zurückgezogen"), ShredRule.AFTER_RETENTION)
OFFER_REDUCED = EventType(
    "appointment.offer_reduced", _("Eine von mehreren angebotenen Zeiten zurückgezogen"), ShredRule.AFTER_RETENTION
)
OFFER_DECLINED = EventType("appointment.offer_declined", _("Terminangebot abgelehnt"), ShredRule.NEVER)
OFFER_LAPSED = EventType("appointment.offer_lapsed", _("Terminangebot abgelaufen"), ShredRule.NEVER)
APPOINTMENT_OUTCOME = EventType("appointment.outcome", _("Ergebnis eines Termins eingetragen"), ShredRule.NEVER)
APPOINTMENT_REASSIGNED = EventType("appointment.reassigned", _("Termin umverteilt"), ShredRule.NEVER)
STEP_AGREED = EventType("appointment.step_agreed", _("Nächsten Schritt vereinbart"), ShredRule.AFTER_RETENTION)
STEP_DONE = EventType("appointment.step_done", _("Vereinbarten Schritt abgehakt"), ShredRule.AFTER_RETENTION)
STEP_REMOVED = EventType("appointment.step_removed", _("Vereinbarten Schritt entfernt"), ShredRule.AFTER_RETENTION)
SUMMONS_SENT = EventType("appointment.summons_sent", _("Meldeaufforderung gesendet"), ShredRule.NEVER)
SUMMONS_REPLACED = EventType(
    "appointment.summons_replaced", _("Neues Schreiben zu einer Meldeaufforderung gesendet"), ShredRule.NEVER
)
SUMMONS_NOTIFIED = EventType(
    "appointment.summons_notified", _("Benachrichtigung über Meldeaufforderung gesendet"), ShredRule.NEVER
)
SUMMONS_BY_POST = EventType("appointment.summons_by_post", _("Meldeaufforderung geht per Post"), ShredRule.NEVER)
SUMMONS_POSTED = EventType("appointment.summons_posted", _("Meldeaufforderung zur Post gegeben"), ShredRule.NEVER)
APPOINTMENT_RELEASED = EventType("appointment.released", _("Zeit für einen Termin wieder frei"), ShredRule.WITH_ACCOUNT)
REASON_NAMED = EventType("appointment.reason_named", _("Grund zu einem Termin genannt"), ShredRule.NEVER)
LINK_OPENED = EventType("appointment.link_opened", _("Termin mit dem Link geöffnet"), ShredRule.AFTER_RETENTION)
PARTICIPANT_ADDED = EventType("appointment.participant_added", _("Begleitung eingeladen"), ShredRule.AFTER_RETENTION)
PARTICIPANT_REMOVED = EventType(
    "appointment.participant_removed", _("Begleitung ausgeladen"), ShredRule.AFTER_RETENTION
)
PARTICIPANT_SAW = EventType(
    "appointment.participant_saw", _("Begleitung hat Zeit und Ort gesehen"), ShredRule.AFTER_RETENTION
)
PARTICIPANT_ANSWERED = EventType(
    "appointment.participant_answered", _("Begleitung hat geantwortet"), ShredRule.AFTER_RETENTION
)
WAITING_JOINED = EventType("appointment.waiting_joined", _("Auf die Warteliste gesetzt"), ShredRule.WITH_ACCOUNT)
WAITING_LEFT = EventType("appointment.waiting_left", _("Von der Warteliste genommen"), ShredRule.WITH_ACCOUNT)
CALENDAR_CHANGED = EventType("appointment.calendar_changed", _("Kalender eingestellt"), ShredRule.WITH_ACCOUNT)
OFFERING_CHANGED = EventType("appointment_offering.changed", _("Angebot an Terminen geändert"), ShredRule.NEVER)
OFFERING_REMOVED = EventType("appointment_offering.removed", _("Aus dem Angebot an Terminen gelöscht"), ShredRule.NEVER)
