"""A document a person has handed to the portal."""

import uuid
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedTextField
from portal.documents.enums import DocumentStatus, MediaType, Remark
from portal.documents.models.stored_file import StoredFile


class DocumentQuerySet(models.QuerySet["Document"]):
    """Named filters on documents."""

    def present(self) -> Self:
        """Keep documents that were not removed."""
        return self.filter(removed_at__isnull=True)

    def waiting(self) -> Self:
        """Keep documents that are uploaded, but not yet part of anything sent."""
        return self.present().filter(handed_in_at__isnull=True)


class Document(models.Model):
    """An upload as a person knows it: her file name, pages, size, hash, and what it is meant to prove.

    ``evidence_code`` names the kind of proof in the catalogue, ``evidence_person`` the person in the answers it is
    about. ``uploaded_by_standing_id``: by which standing somebody uploaded it for the person. ``handed_in_at`` is set
    when it became part of a submission; from then on it cannot be removed any more.
    ``size`` in bytes and ``sha256`` in hex are those of the file exactly as it was uploaded.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="documents", verbose_name=_("Fall"))
    person = models.ForeignKey(
        "cases.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
        verbose_name=_("Person"),
    )
    stored = models.OneToOneField(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="document", verbose_name=_("Datei")
    )
    original_name = EncryptedTextField(_("Dateiname"))
    media_type = models.CharField(_("Dateityp"), max_length=40, choices=MediaType.choices)
    size = models.PositiveBigIntegerField(_("Größe"))
    pages = models.PositiveIntegerField(_("Seiten"))
    sha256 = models.CharField(_("Prüfsumme"), max_length=64)
    remarks = ArrayField(
        models.CharField(max_length=12, choices=Remark.choices), verbose_name=_("Hinweise"), default=list, blank=True
    )
    status = models.CharField(_("Stand"), max_length=8, choices=DocumentStatus.choices, default=DocumentStatus.RECEIVED)
    evidence_code = models.CharField(_("Nachweis"), max_length=40, blank=True, default="")
    evidence_person = models.CharField(max_length=40, blank=True, default="")
    uploaded_by_standing_id = models.UUIDField(null=True, blank=True, editable=False)
    uploaded_by_role = models.CharField(_("hochgeladen von"), max_length=20)
    created_at = models.DateTimeField(_("hochgeladen"), default=timezone.now, editable=False)
    handed_in_at = models.DateTimeField(_("abgeschickt"), null=True, blank=True)
    removed_at = models.DateTimeField(_("entfernt"), null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        """Newest first; a document that is there has its file."""

        verbose_name = _("Unterlage")
        verbose_name_plural = _("Unterlagen")
        ordering = ("-created_at", "id")
        indexes = [models.Index(fields=["case", "created_at"], name="document_in_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at__isnull=False) | Q(stored__isnull=False), name="document_present_has_file"
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | Q(handed_in_at__isnull=True), name="document_handed_in_stays"
            ),
            models.CheckConstraint(condition=Q(status__in=DocumentStatus.values), name="document_status_known"),
        ]
