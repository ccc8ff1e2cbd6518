"""One encrypted file."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import FileKeyField
from portal.documents.enums import StoredFileKind


class StoredFile(models.Model):
    """What lies encrypted in the store of files as ``<first two hex digits>/<id>.k``.

    ``size`` (bytes) and ``sha256`` (hex) are those of the plain content. The name in the store says nothing about it.
    ``key`` opens it and nothing else does: with the row every copy of the content becomes unreadable. Files from before
    each had a key have none, are called ``<id>`` and open by the keyset FILES (``manage.py reencrypt files``).
    """

    OWN_KEY: ClassVar = ".k"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("Herkunft"), max_length=9, choices=StoredFileKind.choices)
    media_type = models.CharField(_("Dateityp"), max_length=40)
    size = models.PositiveBigIntegerField(_("Größe"))
    sha256 = models.CharField(_("Prüfsumme"), max_length=64)
    key = FileKeyField(_("Schlüssel"), null=True, editable=False)
    created_at = models.DateTimeField(_("gespeichert"), default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        verbose_name = _("gespeicherte Datei")
        verbose_name_plural = _("gespeicherte Dateien")
        ordering = ("-created_at",)

    @property
    def name(self) -> str:
        """Where the encrypted content lies in the store."""
        return self.name_for(self.id, own_key=self.key is not None)

    @property
    def context(self) -> bytes:
        """The associated data under which the content is encrypted: a swapped file does not open."""
        return self.context_for(self.id)

    @classmethod
    def name_for(cls, file_id: uuid.UUID, *, own_key: bool = True) -> str:
        """The name in the store of the file with this id."""
        return f"{file_id.hex[:2]}/{file_id}{cls.OWN_KEY if own_key else ''}"

    @staticmethod
    def context_for(file_id: uuid.UUID) -> bytes:
        """The associated data of the file with this id."""
        return f"documents.storedfile:{file_id}".encode()
