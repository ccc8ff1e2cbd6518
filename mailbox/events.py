"""What the postbox writes to the audit trail."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

RECEIPT_POSTED = EventType("mailbox.receipt_posted", _("Eingangsbestätigung ins Postfach gelegt"), ShredRule.NEVER)
NOTICE_POSTED = EventType("mailbox.notice_posted", _("Mitteilung ins Postfach gelegt"), ShredRule.NEVER)
MESSAGES_READ = EventType("mailbox.messages_read", _("Nachrichten gelesen"), ShredRule.WITH_ACCOUNT)
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
