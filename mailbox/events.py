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
