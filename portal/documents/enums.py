"""Closed lists of the documents app."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StoredFileKind(TextChoices):
    """Where a stored file comes from."""

    UPLOAD = "upload", _("hochgeladen")
    GENERATED = "generated", _("vom Portal erstellt")


class DocumentStatus(TextChoices):
    """Where an uploaded document stands. Refused files are never stored, so there is no such status at the upload."""

    RECEIVED = "received", _("Angekommen")
    RELEASED = "released", _("Geprüft")
    REFUSED = "refused", _("Nicht lesbar")
    REMOVED = "removed", _("Entfernt")


class MediaType(TextChoices):
    """What a person may upload (more kinds need a parser that can be trusted)."""

    PDF = "application/pdf", _("PDF")
    JPEG = "image/jpeg", _("Foto (JPEG)")
    PNG = "image/png", _("Bild (PNG)")
    HEIC = "image/heic", _("Foto (HEIC)")


class Remark(TextChoices):
    """What staff should know before they open a file."""

    SCRIPT = "script", _("Enthält Skripte oder ein dynamisches Formular")
    ATTACHMENT = "attachment", _("Enthält weitere Dateien")


class FileFault(TextChoices):
    """What can be wrong with a stored file."""

    MISSING = "missing", _("Inhalt fehlt")
    ORPHAN = "orphan", _("Inhalt ohne Eintrag")
    UNREADABLE = "unreadable", _("lässt sich nicht öffnen")
