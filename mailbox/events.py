"""What the postbox writes to the audit trail."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

RECEIPT_POSTED = EventType("mailbox.receipt_posted", _("Eingangsbestätigung ins Postfach gelegt"), ShredRule.NEVER)
NOTICE_POSTED = EventType("mailbox.notice_posted", _("Mitteilung ins Postfach gelegt"), ShredRule.NEVER)
MESSAGES_READ = EventType("mailbox.messages_read", _("Nachrichten gelesen"), ShredRule.WITH_ACCOUNT)
REQUEST_DRAFTED = EventType("mailbox.request_drafted", _("Bitte um Unterlagen entworfen"), ShredRule.AFTER_RETENTION)
REQUEST_CHANGED = EventType("mailbox.request_changed", _("Entwurf einer Bitte geändert"), ShredRule.AFTER_RETENTION)
REQUEST_SENT = EventType("mailbox.request_sent", _("Um Unterlagen gebeten"), ShredRule.AFTER_RETENTION)
REQUEST_WITHDRAWN = EventType(
    "mailbox.request_withdrawn", _("Bitte um Unterlagen zurückgenommen"), ShredRule.AFTER_RETENTION
)
REQUEST_SETTLED = EventType("mailbox.request_settled", _("Bitte um Unterlagen erledigt"), ShredRule.AFTER_RETENTION)
REQUEST_ANSWERED = EventType("mailbox.request_answered", _("Auf eine Bitte um Unterlagen geantwortet"), ShredRule.NEVER)
TIME_ASKED = EventType("mailbox.time_asked", _("Um mehr Zeit gebeten"), ShredRule.NEVER)
EXTENSION_DECIDED = EventType(
    "mailbox.extension_decided", _("Wunsch nach mehr Zeit beantwortet"), ShredRule.AFTER_RETENTION
)
ITEM_JUDGED = EventType("mailbox.item_judged", _("Erbetene Unterlage beurteilt"), ShredRule.AFTER_RETENTION)
ITEM_WAIVED = EventType("mailbox.item_waived", _("Auf eine Unterlage verzichtet"), ShredRule.AFTER_RETENTION)
PAPER_RECORDED = EventType("mailbox.paper_recorded", _("Papier einer Bitte zugeordnet"), ShredRule.AFTER_RETENTION)
REQUEST_REMINDED = EventType("mailbox.request_reminded", _("An eine Frist erinnert"), ShredRule.NEVER)
MESSAGE_SENT = EventType("mailbox.message_sent", _("Nachricht abgeschickt"), ShredRule.AFTER_RETENTION)
DRAFT_DISCARDED = EventType("mailbox.draft_discarded", _("Angefangene Nachricht verworfen"), ShredRule.WITH_ACCOUNT)
MESSAGES_OPENED = EventType(
    "mailbox.messages_opened", _("Nachrichten im Jobcenter geöffnet"), ShredRule.AFTER_RETENTION
)
DECISION_PLACED = EventType("decision.placed", _("Bescheid oder Schreiben angelegt"), ShredRule.NEVER)
DECISION_CHANGED = EventType("decision.changed", _("Entwurf eines Bescheids geändert"), ShredRule.NEVER)
DECISION_HANDED_ON = EventType("decision.handed_on", _("Bescheid zur zweiten Prüfung gegeben"), ShredRule.NEVER)
DECISION_GIVEN_BACK = EventType("decision.given_back", _("Bescheid nach Prüfung zurückgegeben"), ShredRule.NEVER)
DECISION_RELEASED = EventType("decision.released", _("Bescheid freigegeben"), ShredRule.NEVER)
DECISION_WITHDRAWN = EventType("decision.withdrawn", _("Bescheid vor der Freigabe zurückgezogen"), ShredRule.NEVER)
DECISION_NOTIFIED = EventType("decision.notified", _("Benachrichtigung über einen Bescheid gesendet"), ShredRule.NEVER)
DECISION_BY_POST = EventType("decision.by_post", _("Bescheid geht mit der Post"), ShredRule.NEVER)
DECISION_POSTED = EventType("decision.posted", _("Bescheid zur Post gegeben"), ShredRule.NEVER)
DECISION_OPENED = EventType("decision.opened", _("Bescheid zum ersten Mal geöffnet"), ShredRule.NEVER)
THREAD_MOVED = EventType(
    "mailbox.thread_moved", _("Unterhaltung an ein anderes Team oder Thema gegeben"), ShredRule.AFTER_RETENTION
)
NO_ANSWER_NEEDED = EventType(
    "mailbox.no_answer_needed", _("Unterhaltung ohne Antwort erledigt"), ShredRule.AFTER_RETENTION
)
NOTE_WRITTEN = EventType("mailbox.note_written", _("Interne Notiz geschrieben"), ShredRule.AFTER_RETENTION)
CONTACT_RECORDED = EventType(
    "mailbox.contact_recorded", _("Kontakt auf anderem Weg aufgenommen"), ShredRule.AFTER_RETENTION
)
PILE_SCANNED = EventType("mailbox.pile_scanned", _("Stapel von Papieren eingelesen"), ShredRule.AFTER_RETENTION)
PILE_DISCARDED = EventType("mailbox.pile_discarded", _("Stapel von Scans gelöscht"), ShredRule.AFTER_RETENTION)
TEXT_SAVED = EventType("mailbox.text_saved", _("Textvorlage geändert"), ShredRule.NEVER)
TEXT_PUBLISHED = EventType("mailbox.text_published", _("Fassung einer Textvorlage veröffentlicht"), ShredRule.NEVER)
EXPORTED = EventType("mailbox.exported", _("Nachrichten und Unterlagen heruntergeladen"), ShredRule.WITH_ACCOUNT)
DECISION_TAKEN = EventType("mailbox.decision_taken", _("Bescheid mit allem heruntergeladen"), ShredRule.WITH_ACCOUNT)
