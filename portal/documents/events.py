"""What the audit trail says about documents."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

DOCUMENT_RECEIVED = EventType("document.received", _("Unterlage hochgeladen"), ShredRule.WITH_ACCOUNT)
DOCUMENT_REMOVED = EventType("document.removed", _("Unterlage entfernt"), ShredRule.WITH_ACCOUNT)
DOCUMENT_DISCARDED = EventType("document.discarded", _("Nicht abgeschickte Unterlage gelöscht"), ShredRule.WITH_ACCOUNT)
DOCUMENT_ERASED = EventType("document.erased", _("Unterlage nach der Aufbewahrung gelöscht"), ShredRule.NEVER)
