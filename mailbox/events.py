"""What the postbox writes to the audit trail."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

RECEIPT_POSTED = EventType("mailbox.receipt_posted", _("Eingangsbestätigung ins Postfach gelegt"), ShredRule.NEVER)
NOTICE_POSTED = EventType("mailbox.notice_posted", _("Mitteilung ins Postfach gelegt"), ShredRule.NEVER)
MESSAGES_READ = EventType("mailbox.messages_read", _("Nachrichten gelesen"), ShredRule.WITH_ACCOUNT)
MESSAGE_SENT = EventType("mailbox.message_sent", _("Nachricht abgeschickt"), ShredRule.AFTER_RETENTION)
DRAFT_DISCARDED = EventType("mailbox.draft_discarded", _("Angefangene Nachricht verworfen"), ShredRule.WITH_ACCOUNT)
MESSAGES_OPENED = EventType(
    "mailbox.messages_opened", _("Nachrichten im Jobcenter geöffnet"), ShredRule.AFTER_RETENTION
)
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
TEXT_SAVED = EventType("mailbox.text_saved", _("Textvorlage geändert"), ShredRule.NEVER)
TEXT_PUBLISHED = EventType("mailbox.text_published", _("Fassung einer Textvorlage veröffentlicht"), ShredRule.NEVER)
