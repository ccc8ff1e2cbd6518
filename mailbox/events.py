"""What the postbox writes to the audit trail."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

RECEIPT_POSTED = EventType("mailbox.receipt_posted", _("Eingangsbestätigung ins Postfach gelegt"), ShredRule.NEVER)
NOTICE_POSTED = EventType("mailbox.notice_posted", _("Mitteilung ins Postfach gelegt"), ShredRule.NEVER)
MESSAGES_READ = EventType("mailbox.messages_read", _("Nachrichten gelesen"), ShredRule.WITH_ACCOUNT)
EXPORTED = EventType("mailbox.exported", _("Nachrichten und Unterlagen heruntergeladen"), ShredRule.WITH_ACCOUNT)
DECISION_TAKEN = EventType("mailbox.decision_taken", _("Bescheid mit allem heruntergeladen"), ShredRule.WITH_ACCOUNT)
