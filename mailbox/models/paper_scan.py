"""A pile of papers that somebody at the office has scanned, before it is known to which cases it belongs."""

import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedJSONField, EncryptedTextField


def nothing_read() -> list[Any]:
    """No page was looked at."""
    return []


class PaperScan(models.Model):
    """Seen by ``membership`` alone, who holds the papers in hand. Nothing of it counts as handed in before it is filed.

    ``stored`` is the file as it was uploaded, ``plain`` the PDF made of it, with ``codes``: for each page what its QR
    codes say. ``checked_at``: from then on it can be filed, or ``refusal`` says why not. ``filed``: the first pages of
    the parts that were filed. It goes with its files when all is filed, or after ``retention.counter_scan_days``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    membership = models.ForeignKey(
        "accounts.StaffMembership", on_delete=models.PROTECT, related_name="+", verbose_name=_("eingelesen von")
    )
    name = EncryptedTextField(_("Dateiname"))
    received_on = models.DateField(_("gekommen am"))
    stored = models.OneToOneField(
        "documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Datei")
    )
    plain = models.OneToOneField(
        "documents.StoredFile",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("gereinigte Fassung"),
    )
    codes = EncryptedJSONField(_("Codes der Seiten"), default=nothing_read)
    refusal = models.CharField(_("nicht verwendbar, weil"), max_length=20, blank=True, default="")
    checked_at = models.DateTimeField(_("geprüft"), null=True, blank=True)
    filed = ArrayField(models.PositiveIntegerField(), verbose_name=_("abgelegte Teile"), default=list, blank=True)
    created_at = models.DateTimeField(_("eingelesen"), default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        verbose_name = _("Stapel von Scans")
        verbose_name_plural = _("Stapel von Scans")
        ordering = ("-created_at", "pk")
