"""Closed lists of the documents app."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StoredFileKind(TextChoices):
    """Where a stored file comes from."""

    UPLOAD = "upload", _("hochgeladen")
    NORMALISED = "clean", _("gereinigte Fassung")
    PAGE = "page", _("Bild einer Seite")
    GENERATED = "generated", _("vom Portal erstellt")


class DocumentStatus(TextChoices):
    """Where an uploaded document stands. The words are for the person who has sent it."""

    RECEIVED = "received", _("Angekommen, wird geprüft")
    SCANNED = "scanned", _("Angekommen, wird lesbar gemacht")
    RELEASED = "released", _("Angekommen und lesbar")
    REFUSED = "refused", _("Nicht verwendbar")
    REMOVED = "removed", _("Entfernt")


UNDER_WAY = frozenset({DocumentStatus.RECEIVED, DocumentStatus.SCANNED})


class Review(TextChoices):
    """What staff say of a document. Until they do it is empty."""

    ACCEPTED = "accepted", _("Vom Jobcenter angenommen")
    UNUSABLE = "unusable", _("Kann so nicht verwendet werden")


class Purpose(TextChoices):
    """What a specially protected document is opened for. The person reads these words, too (§ 67b SGB X)."""

    SPECIAL_NEED = "special_need", _("Mehrbedarf prüfen (§ 21 SGB II)")
    ONE_OFF_NEED = "one_off_need", _("Einmalige Leistung prüfen (§ 24 SGB II)")
    ABILITY_TO_WORK = "ability_to_work", _("Erwerbsfähigkeit prüfen (§§ 8, 44a SGB II)")
    CLAIMS_ON_OTHERS = "claims_on_others", _("Ansprüche gegen andere prüfen (§ 33 SGB II, § 116 SGB X)")
    OBJECTION_CHECK = "objection_check", _("Widerspruch oder Überprüfung bearbeiten")
    ON_REQUEST = "on_request", _("Auf Wunsch der Person")
    NEEDED_AT_ALL = "needed_at_all", _("Prüfen, ob die Unterlage gebraucht wird")


class MediaType(TextChoices):
    """What a person may upload (more kinds need a parser that can be trusted)."""

    PDF = "application/pdf", _("PDF")
    JPEG = "image/jpeg", _("Foto (JPEG)")
    PNG = "image/png", _("Bild (PNG)")
    HEIC = "image/heic", _("Foto (HEIC)")
    TIFF = "image/tiff", _("Scan (TIFF)")


ENDINGS: dict[MediaType, frozenset[str]] = {
    MediaType.PDF: frozenset({".pdf"}),
    MediaType.JPEG: frozenset({".jpg", ".jpeg", ".jpe", ".jfif"}),
    MediaType.PNG: frozenset({".png"}),
    MediaType.HEIC: frozenset({".heic", ".heif"}),
    MediaType.TIFF: frozenset({".tif", ".tiff"}),
}


class ScannerState(StrEnum):
    """Whether the virus scanner can do its work; the words stand on the health page."""

    READY = "ok"
    OLD = "old signatures"  # it scans, but does not know the newest malware
    AWAY = "failing"  # uploads wait


class Remark(TextChoices):
    """What was in a file and is not in the cleaned one; for staff, beside the way to the original."""

    SCRIPT = "script", _("Enthielt Skripte; sie sind entfernt")
    PROGRAM = "program", _("Enthielt einen Befehl, der Programme startet oder Dateien lädt; er ist entfernt")
    INCOMPLETE = "incomplete", _("War beschädigt; vielleicht fehlen Seiten oder Teile davon")
    ATTACHMENT = "attachment", _("Enthielt weitere Dateien; sie sind geprüft und nur im Original enthalten")
    FORM = "form", _("War ein ausfüllbares Formular; die Einträge stehen fest auf der Seite")
    SIGNATURE = "signature", _("War elektronisch signiert; die Signatur gilt nur für das Original")


ACTIVE = frozenset({Remark.SCRIPT, Remark.PROGRAM})  # does something by itself when it is opened


class PageNote(TextChoices):
    """What makes a page hard to read, as measured. The words are for the person who has sent it."""

    BLURRED = "blurred", _("unscharf")
    DARK = "dark", _("zu dunkel oder zu hell")
    SMALL = "small", _("sehr klein, Schrift vielleicht nicht lesbar")
    BLANK = "blank", _("leer")
    CUT_OFF = "cut_off", _("am Rand abgeschnitten")
    UPSIDE_DOWN = "upside_down", _("auf dem Kopf")
    SIDEWAYS = "sideways", _("quer")


class FileFault(TextChoices):
    """What can be wrong with a stored file."""

    MISSING = "missing", _("Inhalt fehlt")
    ORPHAN = "orphan", _("Inhalt ohne Eintrag")
    UNREADABLE = "unreadable", _("lässt sich nicht öffnen")
