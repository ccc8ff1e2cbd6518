"""One thing that somebody did."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.audit.models.insert_only import insert_only_triggers
from portal.audit.models.registry import registry


class ClockTimestamp(models.Func):
    """The database's clock at this very moment, not at the beginning of the transaction."""

    function = "clock_timestamp"
    output_field = models.DateTimeField()


class AuditEvent(models.Model):
    """Who, in which role, what for, did what to which object, when. Never what stood in it."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("Zeitpunkt"), db_default=ClockTimestamp(), editable=False)
    actor_key = models.UUIDField(_("Schlüssel der handelnden Person"))
    role = models.CharField(_("Rolle"), max_length=32)
    purpose = models.CharField(_("Zweck"), max_length=64, blank=True)
    event = models.CharField(_("Ereignis"), max_length=64)
    subject_type = models.CharField(_("Art des Objekts"), max_length=64, blank=True)
    subject_id = models.CharField(_("Kennung des Objekts"), max_length=64, blank=True)
    case_id = models.UUIDField(_("Fall"), null=True, blank=True)
    request_id = models.CharField(_("Kennung der Anfrage"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("Ereignis")
        verbose_name_plural = _("Ereignisse")
        indexes: ClassVar = [
            models.Index(fields=["case_id", "-id"], name="audit_event_case", condition=models.Q(case_id__isnull=False)),
        ]
        triggers: ClassVar = insert_only_triggers()

    @property
    def label(self) -> str:
        """What people read for the kind of event."""
        return str(registry.label(self.event))
