"""What the audit trail says about submissions."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

SUBMISSION_RECEIVED = EventType("submission.received", _("Eingang entgegengenommen"), ShredRule.WITH_ACCOUNT)
RECEIPT_ISSUED = EventType("receipt.issued", _("Eingangsbestätigung erstellt"), ShredRule.NEVER)
SUBMISSION_ERASED = EventType("submission.erased", _("Eingang nach der Aufbewahrung gelöscht"), ShredRule.NEVER)
