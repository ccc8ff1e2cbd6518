"""What has happened to a document, one row per step."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.documents.enums import DocumentStatus
from portal.documents.models.document import Document


class DocumentStep(models.Model):
    """A document got into a status. Written by ``domain.lifecycle`` only; never changed."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="steps", verbose_name=_("Unterlage"))
    status = models.CharField(_("Stand"), max_length=8, choices=DocumentStatus.choices)
    at = models.DateTimeField(_("Zeitpunkt"))

    class Meta:
        """In the order of time."""

        verbose_name = _("Schritt einer Unterlage")
        verbose_name_plural = _("Schritte von Unterlagen")
        ordering = ("at", "id")
