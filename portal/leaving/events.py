"""What the audit trail records of leaving."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

COPY_REQUESTED = EventType("data_copy.requested", _("Datenkopie angefordert"), ShredRule.WITH_ACCOUNT)
COPY_MADE = EventType("data_copy.made", _("Datenkopie erstellt"), ShredRule.NEVER)
COPY_DOWNLOADED = EventType("data_copy.downloaded", _("Datenkopie heruntergeladen"), ShredRule.WITH_ACCOUNT)
COPY_EXPIRED = EventType("data_copy.expired", _("Datenkopie gelöscht"), ShredRule.NEVER)
