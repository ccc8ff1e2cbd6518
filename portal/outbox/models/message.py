"""One piece of later work."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

CHANNEL = "outbox"  # of LISTEN/NOTIFY


class OutboxMessageQuerySet(models.QuerySet["OutboxMessage"]):
    """Named filters."""

    def open(self) -> "OutboxMessageQuerySet":
        """Neither done nor given up."""
        return self.filter(done_at=None, dead_at=None)

    def due(self) -> "OutboxMessageQuerySet":
        """Open and to be sent now, the oldest first."""
        return self.open().filter(next_try_at__lte=Now()).order_by("next_try_at", "id")

    def dead(self) -> "OutboxMessageQuerySet":
        """Given up, the newest first."""
        return self.filter(dead_at__isnull=False).order_by("-dead_at")


class OutboxMessage(models.Model):
    """``handler`` has to be told that ``fact`` happened to ``subject_id``. Holds no personal data but that id."""

    id = models.BigAutoField(primary_key=True)
    fact = models.CharField(_("Ereignis"), max_length=64)
    handler = models.CharField(_("Bearbeitung"), max_length=128)
    subject_id = models.UUIDField(_("Gegenstand"))
    created_at = models.DateTimeField(_("entstanden"), db_default=Now())
    next_try_at = models.DateTimeField(_("nächster Versuch"), db_default=Now())
    attempts = models.PositiveSmallIntegerField(_("Versuche"), default=0)
    sent_at = models.DateTimeField(_("zuletzt übergeben"), null=True, blank=True)
    done_at = models.DateTimeField(_("erledigt"), null=True, blank=True)
    dead_at = models.DateTimeField(_("aufgegeben"), null=True, blank=True)
    last_error = models.CharField(_("letzter Fehler"), max_length=200, blank=True)

    objects = OutboxMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("Nachricht")
        verbose_name_plural = _("Nachrichten")
        indexes: ClassVar = [
            models.Index(
                fields=["next_try_at", "id"],
                name="outbox_open",
                condition=models.Q(done_at=None, dead_at=None),
            ),
            models.Index(fields=["subject_id"], name="outbox_subject"),
            models.Index(fields=["done_at"], name="outbox_done", condition=models.Q(done_at__isnull=False)),
            models.Index(fields=["dead_at"], name="outbox_dead", condition=models.Q(dead_at__isnull=False)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(done_at=None) | models.Q(dead_at=None), name="outbox_done_or_dead"
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="wake_relay",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                func=f"PERFORM pg_notify('{CHANNEL}', ''); RETURN NULL;",
            ),
        ]
