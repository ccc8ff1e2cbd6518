"""One encrypted file on disk."""

import pathlib
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.documents.enums import StoredFileKind

FOLDER = "files"


class StoredFile(models.Model):
    """What lies encrypted in ``<data_dir>/files/<first two hex digits>/<id>``.

    ``size`` (bytes) and ``sha256`` (hex) are those of the plain content. The name on disk says nothing about it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("Herkunft"), max_length=9, choices=StoredFileKind.choices)
    media_type = models.CharField(_("Dateityp"), max_length=40)
    size = models.PositiveBigIntegerField(_("Größe"))
    sha256 = models.CharField(_("Prüfsumme"), max_length=64)
    created_at = models.DateTimeField(_("gespeichert"), default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        verbose_name = _("gespeicherte Datei")
        verbose_name_plural = _("gespeicherte Dateien")
        ordering = ("-created_at",)

    @property
    def path(self) -> pathlib.Path:
        """Where the encrypted content lies."""
        return self.path_for(self.id)

    @property
    def context(self) -> bytes:
        """The associated data under which the content is encrypted: a swapped file does not open."""
        return self.context_for(self.id)

    @staticmethod
    def path_for(file_id: uuid.UUID) -> pathlib.Path:
        """The place of the file with this id."""
        data_dir: pathlib.Path = settings.PORTAL.data_dir
        return data_dir / FOLDER / file_id.hex[:2] / str(file_id)

    @staticmethod
    def context_for(file_id: uuid.UUID) -> bytes:
        """The associated data of the file with this id."""
        return f"documents.storedfile:{file_id}".encode()
