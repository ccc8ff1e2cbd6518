"""What the applications write to the audit trail."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import EventType, ShredRule

APPLICATION_MOVED = EventType("application.moved", _("Stand des Antrags geändert"), ShredRule.AFTER_RETENTION)
APPLICATION_ASSIGNED = EventType("application.assigned", _("Antrag zugeteilt"), ShredRule.AFTER_RETENTION)
APPLICATION_FORWARDED = EventType(
    "application.forwarded", _("Zuständiges Jobcenter festgelegt"), ShredRule.AFTER_RETENTION
)
REQUEST_ANSWERED = EventType("application.answered", _("Anfrage beantwortet"), ShredRule.AFTER_RETENTION)
APPLICATION_WITHDRAWN = EventType(
    "application.withdrawn", _("Rücknahme des Antrags erklärt"), ShredRule.AFTER_RETENTION
)
APPLICATION_ERASED = EventType("application.erased", _("Antrag nach der Aufbewahrung gelöscht"), ShredRule.NEVER)
FINDING_DECIDED = EventType("finding.decided", _("Feststellung bearbeitet"), ShredRule.AFTER_RETENTION)
CHECKS_REPEATED = EventType(
    "application.checks_repeated", _("Automatische Prüfung neu gestartet"), ShredRule.AFTER_RETENTION
)
GRANT_PERIOD_ENTERED = EventType(
    "grant_period.entered", _("Bewilligungszeitraum eingetragen"), ShredRule.AFTER_RETENTION
)
OWN_PART_ANSWERED = EventType(
    "own_part.answered", _("Eigenen Teil angesehen und beantwortet"), ShredRule.AFTER_RETENTION
)
DRAFT_STARTED = EventType("draft.started", _("Entwurf begonnen"), ShredRule.WITH_ACCOUNT)
DRAFT_EDITED = EventType("draft.edited", _("Entwurf bearbeitet"), ShredRule.WITH_ACCOUNT)
DRAFT_DISCARDED = EventType("draft.discarded", _("Entwurf gelöscht"), ShredRule.WITH_ACCOUNT)
DRAFT_EXPIRED = EventType("draft.expired", _("Entwurf abgelaufen und gelöscht"), ShredRule.NEVER)
LOCAL_SETTINGS_COPIED = EventType(
    "local_settings.copied", _("Örtliche Einstellungen als neue Fassung begonnen"), ShredRule.NEVER
)
LOCAL_SETTINGS_PUBLISHED = EventType(
    "local_settings.published", _("Örtliche Einstellungen in Kraft gesetzt"), ShredRule.NEVER
)
