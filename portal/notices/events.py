"""What the audit trail records of notices."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

NOTICE_SENT = EventType("notice.sent", _("Benachrichtigung gesendet"), ShredRule.NEVER)
NOTICE_RETURNED = EventType("notice.returned", _("Benachrichtigung kam zurück"), ShredRule.NEVER)
CONSENT_GIVEN = EventType("consent.given", _("Einwilligung gegeben"), ShredRule.WITH_ACCOUNT)
CONSENT_REVOKED = EventType("consent.revoked", _("Einwilligung widerrufen"), ShredRule.WITH_ACCOUNT)
SETTINGS_CHANGED = EventType("notices.settings", _("Benachrichtigungen eingestellt"), ShredRule.WITH_ACCOUNT)
NOTICE_REFUSED = EventType("notice.refused", _("Benachrichtigung nicht zustellbar"), ShredRule.NEVER)
PUSH_DEVICE_ADDED = EventType(
    "notice.push_device_added", _("Hinweise auf einem Gerät eingeschaltet"), ShredRule.WITH_ACCOUNT
)
PUSH_DEVICE_REMOVED = EventType(
    "notice.push_device_removed", _("Hinweise auf einem Gerät ausgeschaltet"), ShredRule.WITH_ACCOUNT
)
PUSH_DEVICE_RENEWED = EventType(
    "notice.push_device_renewed", _("Adresse eines Geräts für Hinweise erneuert"), ShredRule.WITH_ACCOUNT
)
