"""What the audit trail records of notices."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

NOTICE_SENT = EventType("notice.sent", _("Benachrichtigung gesendet"), ShredRule.NEVER)
NOTICE_REFUSED = EventType("notice.refused", _("Benachrichtigung nicht zustellbar"), ShredRule.NEVER)
