"""A file as it was when it was handed in."""

import uuid

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedTextField
from portal.submissions.models.submission import Submission


class SubmittedFile(models.Model):
    """One line of the receipt's list. Repeats name, pages, size and hash: a proof must not change with the document.

    ``pages`` is None when the file was handed in before it was counted; `pages_known` asks the document then.
    ``part_of`` names the document that this file is a page of, None when it stands for itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="files", verbose_name=_("Eingang")
    )
    document = models.OneToOneField(
        "documents.Document", on_delete=models.PROTECT, related_name="submitted_file", verbose_name=_("Unterlage")
    )
    position = models.PositiveSmallIntegerField(_("Nummer"))
    name = EncryptedTextField(_("Dateiname"))
    media_type = models.CharField(_("Dateityp"), max_length=40)
    pages = models.PositiveIntegerField(_("Seiten"), null=True, blank=True)
    part_of = EncryptedTextField(_("Seite von"), null=True, blank=True)
    size = models.PositiveBigIntegerField(_("Größe"))
    sha256 = models.CharField(_("Prüfsumme"), max_length=64)

    class Meta:
        """In the order of the list; a document is handed in once."""

        verbose_name = _("eingereichte Datei")
        verbose_name_plural = _("eingereichte Dateien")
        ordering = ("submission", "position")
        triggers = [
            pgtrigger.ReadOnly(name="submitted_file_stays", fields=["position", "pages", "size", "sha256"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["submission", "position"], name="submitted_file_position_once"),
        ]

    @property
    def pages_known(self) -> int | None:
        """Pages as counted at the latest; asks for the document when they were not known at sending."""
        return self.pages if self.pages is not None else self.document.pages
