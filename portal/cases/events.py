"""What the audit trail records of cases."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule
from portal.cases.enums import Shown

CASE_PREPARED = EventType("case.prepared", _("Fall in Vorbereitung angelegt"), ShredRule.WITH_ACCOUNT)
CASE_OPENED = EventType("case.opened", _("Fall eröffnet"), ShredRule.AFTER_RETENTION)
CASE_ASSIGNED = EventType("case.assigned", _("Zuständiges Jobcenter festgelegt"), ShredRule.AFTER_RETENTION)
RESPONSIBLE_CHANGED = EventType("case.responsible_changed", _("Zuständige Person geändert"), ShredRule.AFTER_RETENTION)
PERSON_NAMED = EventType("person.named", _("Angaben zur Suche nach der Person geändert"), ShredRule.AFTER_RETENTION)
HOUSEHOLD_NUMBER_ENTERED = EventType(
    "case.household_number_entered", _("BG-Nummer eingetragen"), ShredRule.AFTER_RETENTION
)
CASE_FORGOTTEN = EventType("case.forgotten", _("Fall ohne Eingang gelöscht"), ShredRule.WITH_ACCOUNT)
CASE_ERASED = EventType("case.erased", _("Fall nach der Aufbewahrung gelöscht"), ShredRule.NEVER)
STANDING_ENDED_WITH_ACCOUNT = EventType(
    "standing.ended_with_account",
    _("Handlungsrecht beendet, weil ein Konto geschlossen wurde"),
    ShredRule.AFTER_RETENTION,
)
STANDING_GRANTED = EventType("standing.granted", _("Handlungsrecht erteilt"), ShredRule.AFTER_RETENTION)
STANDING_ENDED = EventType("standing.ended", _("Handlungsrecht beendet"), ShredRule.AFTER_RETENTION)
STANDING_CHECKED = EventType("standing.checked", _("Nachweis eines Handlungsrechts geprüft"), ShredRule.AFTER_RETENTION)
OWN_POST_ASKED = EventType("person.own_post_asked", _("Eigene Post gewünscht"), ShredRule.AFTER_RETENTION)
OWN_POST_GIVEN_UP = EventType(
    "person.own_post_given_up", _("Eigene Post nicht mehr gewünscht"), ShredRule.AFTER_RETENTION
)
STANDING_END_CHANGED = EventType(
    "standing.end_changed", _("Ende eines Handlungsrechts geändert"), ShredRule.AFTER_RETENTION
)
STANDING_REFUSED = EventType(
    "standing.proof_refused", _("Nachweis eines Handlungsrechts abgelehnt"), ShredRule.AFTER_RETENTION
)
MANDATE_PREPARED = EventType("mandate.prepared", _("Vollmacht vorbereitet"), ShredRule.AFTER_RETENTION)
MANDATE_UPLOADED = EventType("mandate.uploaded", _("Unterschriebene Vollmacht hochgeladen"), ShredRule.AFTER_RETENTION)
LETTER_PRINTED = EventType("access_letter.printed", _("Zugangsbrief gedruckt"), ShredRule.AFTER_RETENTION)
LETTER_WITHDRAWN = EventType("access_letter.withdrawn", _("Zugangsbrief gesperrt"), ShredRule.AFTER_RETENTION)
LETTER_REFUSED = EventType(
    "access_letter.refused", _("Zugangsbrief: falsches Geburtsdatum eingegeben"), ShredRule.NEVER
)
LETTER_USED = EventType("access_letter.used", _("Zugangsbrief benutzt"), ShredRule.WITH_ACCOUNT)
LETTERS_LISTED = EventType("access_letter.listed", _("Liste der Zugangsbriefe angesehen"), ShredRule.AFTER_RETENTION)

# Who has seen what of a case: one event for each request and kind. See `portal.cases.services.note_seen`.
SEEN_ANSWERS = EventType("seen.answers", _("Angaben angesehen"), ShredRule.AFTER_RETENTION)
SEEN_COPY = EventType("seen.copy", _("Kopie der Angaben geöffnet"), ShredRule.AFTER_RETENTION)
SEEN_RECEIPT = EventType("seen.receipt", _("Eingangsbestätigung geöffnet"), ShredRule.AFTER_RETENTION)
SEEN_FILE_NAMES = EventType("seen.file_names", _("Liste der Unterlagen angesehen"), ShredRule.AFTER_RETENTION)
SEEN_DOCUMENTS = EventType("seen.documents", _("Unterlage geöffnet"), ShredRule.AFTER_RETENTION)
SEEN_RESTRICTED = EventType("seen.restricted", _("Besonders geschützte Unterlage geöffnet"), ShredRule.AFTER_RETENTION)
SEEN_MESSAGES = EventType("seen.messages", _("Nachrichten angesehen"), ShredRule.AFTER_RETENTION)
SEEN_NOTES = EventType("seen.notes", _("Interne Notizen angesehen"), ShredRule.AFTER_RETENTION)
SEEN_APPOINTMENTS = EventType("seen.appointments", _("Termine angesehen"), ShredRule.AFTER_RETENTION)
SEEN = {
    Shown.ANSWERS: SEEN_ANSWERS,
    Shown.COPY: SEEN_COPY,
    Shown.RECEIPT: SEEN_RECEIPT,
    Shown.FILE_NAMES: SEEN_FILE_NAMES,
    Shown.DOCUMENTS: SEEN_DOCUMENTS,
    Shown.RESTRICTED: SEEN_RESTRICTED,
    Shown.MESSAGES: SEEN_MESSAGES,
    Shown.NOTES: SEEN_NOTES,
    Shown.APPOINTMENTS: SEEN_APPOINTMENTS,
}
# Lists hold name and reference only; they belong to no case.
LIST_SEEN = EventType("list.seen", _("Liste angesehen"), ShredRule.AFTER_RETENTION)
LIST_SEARCHED = EventType("list.searched", _("In der Liste gesucht"), ShredRule.AFTER_RETENTION)
GUEST_RESUMED = EventType("guest.resumed", _("Mit dem Code weitergemacht"), ShredRule.AFTER_RETENTION)
GUEST_CODE_REFUSED = EventType("guest.code_refused", _("Unbekannter Code eingegeben"), ShredRule.NEVER)
GUEST_CODE_RENEWED = EventType(
    "guest.code_renewed", _("Neuen Code geholt, der alte gilt nicht mehr"), ShredRule.AFTER_RETENTION
)
GUEST_JOINED = EventType("guest.joined", _("In ein Konto übernommen"), ShredRule.AFTER_RETENTION)
STANDING_EXTENDED = EventType("standing.extended", _("Handlungsrecht verlängert"), ShredRule.AFTER_RETENTION)
INVITATION_SENT = EventType("invitation.sent", _("Einladung zur Hilfe erstellt"), ShredRule.WITH_ACCOUNT)
INVITATION_ACCEPTED = EventType("invitation.accepted", _("Einladung zur Hilfe angenommen"), ShredRule.AFTER_RETENTION)
INVITATION_DECLINED = EventType("invitation.declined", _("Einladung zur Hilfe abgelehnt"), ShredRule.WITH_ACCOUNT)
INVITATION_WITHDRAWN = EventType("invitation.withdrawn", _("Einladung zur Hilfe zurückgezogen"), ShredRule.WITH_ACCOUNT)
CASE_TAKEN_OVER = EventType("case.taken_over", _("Begonnenen Antrag übernommen"), ShredRule.AFTER_RETENTION)
PREFERENCE_NOTED = EventType(
    "person.prefers_personal_noted", _("Wunsch nach Gespräch notiert"), ShredRule.AFTER_RETENTION
)
LANGUAGE_NOTED = EventType("person.language_noted", _("Sprache einer Person notiert"), ShredRule.AFTER_RETENTION)
