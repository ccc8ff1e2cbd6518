"""What the audit trail records of cases."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

CASE_PREPARED = EventType("case.prepared", _("Fall in Vorbereitung angelegt"), ShredRule.WITH_ACCOUNT)
CASE_OPENED = EventType("case.opened", _("Fall eröffnet"), ShredRule.AFTER_RETENTION)
CASE_ASSIGNED = EventType("case.assigned", _("Zuständiges Jobcenter festgelegt"), ShredRule.AFTER_RETENTION)
PERSON_NAMED = EventType("person.named", _("Angaben zur Suche nach der Person geändert"), ShredRule.AFTER_RETENTION)
CASE_FORGOTTEN = EventType("case.forgotten", _("Fall ohne Eingang gelöscht"), ShredRule.WITH_ACCOUNT)
STANDING_ENDED_WITH_ACCOUNT = EventType(
    "standing.ended_with_account",
    _("Handlungsrecht beendet, weil ein Konto geschlossen wurde"),
    ShredRule.AFTER_RETENTION,
)
STANDING_GRANTED = EventType("standing.granted", _("Handlungsrecht erteilt"), ShredRule.AFTER_RETENTION)
STANDING_ENDED = EventType("standing.ended", _("Handlungsrecht beendet"), ShredRule.AFTER_RETENTION)
STANDING_CHECKED = EventType("standing.checked", _("Nachweis eines Handlungsrechts geprüft"), ShredRule.AFTER_RETENTION)
LETTER_PRINTED = EventType("access_letter.printed", _("Zugangsbrief gedruckt"), ShredRule.AFTER_RETENTION)
LETTER_WITHDRAWN = EventType("access_letter.withdrawn", _("Zugangsbrief gesperrt"), ShredRule.AFTER_RETENTION)
LETTER_REFUSED = EventType(
    "access_letter.refused", _("Zugangsbrief: falsches Geburtsdatum eingegeben"), ShredRule.NEVER
)
LETTER_USED = EventType("access_letter.used", _("Zugangsbrief benutzt"), ShredRule.WITH_ACCOUNT)
LETTERS_LISTED = EventType("access_letter.listed", _("Liste der Zugangsbriefe angesehen"), ShredRule.AFTER_RETENTION)
