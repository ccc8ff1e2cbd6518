"""What the audit trail says about documents."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

DOCUMENT_RECEIVED = EventType("document.received", _("Unterlage hochgeladen"), ShredRule.WITH_ACCOUNT)
OFFICE_FILE_RECEIVED = EventType(
    "document.office_received", _("Datei des Jobcenters hochgeladen"), ShredRule.AFTER_RETENTION
)
DOCUMENT_RELEASED = EventType("document.released", _("Unterlage geprüft und lesbar"), ShredRule.WITH_ACCOUNT)
DOCUMENT_REFUSED = EventType("document.refused", _("Unterlage nicht verwendbar"), ShredRule.WITH_ACCOUNT)
HAND_OVER_OPENED = EventType("hand_over.opened", _("Seite für das Handy geöffnet"), ShredRule.WITH_ACCOUNT)
DOCUMENT_KEPT = EventType("document.kept", _("Unterlage trotz schlechter Lesbarkeit behalten"), ShredRule.WITH_ACCOUNT)
DOUBLE_KEPT = EventType("document.double_kept", _("Unterlage ein zweites Mal behalten"), ShredRule.WITH_ACCOUNT)
DOCUMENT_JOINED = EventType("document.joined", _("Seiten zu einer Unterlage geordnet"), ShredRule.WITH_ACCOUNT)
DOCUMENT_REVIEWED = EventType("document.reviewed", _("Unterlage beurteilt"), ShredRule.AFTER_RETENTION)
DOCUMENT_SEALED = EventType("document.sealed", _("Unterlage besonders geschützt"), ShredRule.AFTER_RETENTION)
DOCUMENT_UNSEALED = EventType(
    "document.unsealed", _("Besonderer Schutz einer Unterlage aufgehoben"), ShredRule.AFTER_RETENTION
)
DELETION_PROPOSED = EventType(
    "document.deletion_proposed", _("Löschen einer Unterlage vorgeschlagen"), ShredRule.AFTER_RETENTION
)
DELETION_DECLINED = EventType("document.deletion_declined", _("Unterlage soll bleiben"), ShredRule.WITH_ACCOUNT)
DOCUMENT_EMPTIED = EventType("document.emptied", _("Inhalt einer Unterlage gelöscht"), ShredRule.AFTER_RETENTION)
DOCUMENT_REMOVED = EventType("document.removed", _("Unterlage entfernt"), ShredRule.WITH_ACCOUNT)
DOCUMENT_DISCARDED = EventType("document.discarded", _("Nicht abgeschickte Unterlage gelöscht"), ShredRule.WITH_ACCOUNT)
DOCUMENT_ERASED = EventType("document.erased", _("Unterlage nach der Aufbewahrung gelöscht"), ShredRule.NEVER)
