"""The chain over the events and its anchors."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.audit.models.event import AuditEvent, ClockTimestamp
from portal.audit.models.insert_only import insert_only_triggers


class AuditSeal(models.Model):
    """The number of an event in the chain and the hash over it and everything before it (SHA-256)."""

    seq = models.BigIntegerField(_("Nummer"), primary_key=True)
    event = models.OneToOneField(AuditEvent, models.PROTECT, related_name="seal", verbose_name=_("Ereignis"))
    previous_hash = models.BinaryField(_("Prüfsumme davor"), max_length=32)
    hash = models.BinaryField(_("Prüfsumme"), max_length=32)
    sealed_at = models.DateTimeField(_("gesiegelt um"), db_default=ClockTimestamp())

    class Meta:
        verbose_name = _("Siegel")
        verbose_name_plural = _("Siegel")
        triggers: ClassVar = insert_only_triggers()


class AuditAnchor(models.Model):
    """The head of the chain at one moment, with a code that only a holder of our key can make.

    The same line stands in a file outside the database. Whoever cuts the end of the chain off or writes it anew would
    have to reach both places and the key.
    """

    seq = models.BigIntegerField(_("Nummer"), primary_key=True)
    hash = models.BinaryField(_("Prüfsumme"), max_length=32)
    at = models.DateTimeField(_("Zeitpunkt"))
    mac = models.BinaryField(_("Echtheitscode"))

    class Meta:
        verbose_name = _("Anker")
        verbose_name_plural = _("Anker")
        triggers: ClassVar = insert_only_triggers()
