"""One page of a released document."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedTextField
from portal.documents.enums import PageNote
from portal.documents.models.document import Document
from portal.documents.models.stored_file import StoredFile


class DocumentPage(models.Model):
    """What is known of a page: what makes it hard to read, and what the viewer shows of it.

    All but the notes of a photo comes later, by work of low priority. ``fingerprint`` is a tiny picture of the page,
    ``text`` "" when nothing could be read; both are None until then and for restricted documents.
    ``turn``: by how many degrees clockwise (0, 90, 180, 270) the viewer turns the picture; the PDF stays as it came.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="page_list", verbose_name=_("Unterlage")
    )
    number = models.PositiveIntegerField(_("Seite"))
    notes = ArrayField(
        models.CharField(max_length=12, choices=PageNote.choices),
        verbose_name=_("Lesbarkeit"),
        default=list,
        blank=True,
    )
    fingerprint = EncryptedTextField(_("Fingerabdruck"), null=True, blank=True)
    image = models.OneToOneField(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="page", verbose_name=_("Bild")
    )
    thumbnail = models.OneToOneField(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="page_thumbnail",
        verbose_name=_("Bild"),
    )
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    turn = models.PositiveSmallIntegerField(_("gedreht um"), default=0)
    text = EncryptedTextField(_("Text"), null=True, blank=True)

    class Meta:
        """In order."""

        verbose_name = _("Seite einer Unterlage")
        verbose_name_plural = _("Seiten von Unterlagen")
        ordering = ("document", "number")
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="document_page_once"),
            models.CheckConstraint(condition=models.Q(turn__in=(0, 90, 180, 270)), name="document_page_turn_known"),
        ]
