"""The copy of everything held of one person, on its way to her."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.documents.models import StoredFile


class DataCopy(models.Model):
    """One account's copy; a new one takes the place of the old. Asked for: no file yet. Ready: file, and its last day.

    The file is a ZIP, encrypted like every stored file. When its time is over the row goes together with it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="data_copy", verbose_name=_("Konto")
    )
    requested_at = models.DateTimeField(_("angefordert"), default=timezone.now, editable=False)
    stored = models.OneToOneField(
        StoredFile, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Datei")
    )
    ready_at = models.DateTimeField(_("fertig"), null=True)
    expires_at = models.DateTimeField(_("wird gelöscht am"), null=True, db_index=True)
    announced_at = models.DateTimeField(_("E-Mail gesendet"), null=True)

    class Meta:
        verbose_name = _("Datenkopie")
        verbose_name_plural = _("Datenkopien")
        constraints = [
            models.CheckConstraint(
                condition=Q(ready_at__isnull=True, stored__isnull=True, expires_at__isnull=True)
                | Q(ready_at__isnull=False, stored__isnull=False, expires_at__isnull=False),
                name="data_copy_ready_has_file_and_end",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def is_open_at(self, moment: datetime) -> bool:
        """Whether it can be downloaded."""
        return self.expires_at is not None and moment < self.expires_at
