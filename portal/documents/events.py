"""What the audit trail says about documents."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

DOCUMENT_RECEIVED = EventType("document.received", _("Unterlage hochgeladen"), ShredRule.WITH_ACCOUNT)
DOCUMENT_RELEASED = EventType("document.released", _("Unterlage geprüft und lesbar"), ShredRule.WITH_ACCOUNT)
DOCUMENT_REFUSED = EventType("document.refused", _("Unterlage nicht verwendbar"), ShredRule.WITH_ACCOUNT)
HAND_OVER_OPENED = EventType("hand_over.opened", _("Seite für das Handy geöffnet"), ShredRule.WITH_ACCOUNT)
DOCUMENT_KEPT = EventType("document.kept", _("Unterlage trotz schlechter Lesbarkeit behalten"), ShredRule.WITH_ACCOUNT)
DOUBLE_KEPT = EventType("document.double_kept", _("Unterlage ein zweites Mal behalten"), ShredRule.WITH_ACCOUNT)
DOCUMENT_JOINED = EventType("document.joined", _("Seiten zu einer Unterlage geordnet"), ShredRule.WITH_ACCOUNT)
DOCUMENT_REVIEWED = EventType("document.reviewed", _("Unterlage beurteilt"), ShredRule.WITH_ACCOUNT)
DOCUMENT_REMOVED = EventType("document.removed", _("Unterlage entfernt"), ShredRule.WITH_ACCOUNT)
DOCUMENT_DISCARDED = EventType("document.discarded", _("Nicht abgeschickte Unterlage gelöscht"), ShredRule.WITH_ACCOUNT)
DOCUMENT_ERASED = EventType("document.erased", _("Unterlage nach der Aufbewahrung gelöscht"), ShredRule.NEVER)
