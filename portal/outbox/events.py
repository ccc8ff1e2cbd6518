"""Audit events of the outbox."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

MESSAGE_RETRIED = EventType("outbox.retried", _("Aufgegebene Nachricht erneut versucht"), ShredRule.AFTER_RETENTION)
