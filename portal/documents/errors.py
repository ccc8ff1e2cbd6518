"""Why an upload is refused. ``message`` is for the person: what is wrong and what to do next, never a blame."""

from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class DocumentError(Exception):
    """Base of all situations of this app."""


class NotAllowed(DocumentError):
    """The actor may not do this to the documents of this case; views answer 404."""


class DocumentInUse(DocumentError):
    """The document is part of something that was sent and cannot be removed any more."""

    message: ClassVar["StrPromise"] = _(
        "Diese Datei haben Sie schon abgeschickt. Sie gehört jetzt zu Ihrem Eingang und kann nicht entfernt werden. "
        "War sie falsch? Dann schreiben Sie uns oder rufen Sie uns an."
    )


class ContentUnavailable(DocumentError):
    """The content of a stored file is away or was changed. Says why for the log only; people get a page."""


class UploadRefused(DocumentError):
    """Base of the reasons not to take a file. The application itself is never refused for a file (§ 20 (3) SGB X)."""

    message: ClassVar["StrPromise"]


class FileTooLarge(UploadRefused):
    """More than 25 MB."""

    message = _(
        "Die Datei ist größer als 25 MB. Machen Sie das Foto kleiner oder teilen Sie die Datei in mehrere Teile. "
        "Sie können die Unterlage auch im Jobcenter abgeben."
    )


class FileEmpty(UploadRefused):
    """Zero bytes."""

    message = _(
        "Die Datei ist leer. Vielleicht ist beim Speichern etwas schiefgegangen. "
        "Öffnen Sie die Datei einmal auf Ihrem Gerät und wählen Sie sie dann noch einmal aus."
    )


class TypeNotAllowed(UploadRefused):
    """By its content or its name the file is none of the allowed kinds, or the two contradict each other."""

    message = _(
        "Diese Art von Datei können wir nicht annehmen. Bitte laden Sie ein Foto (JPG, PNG oder HEIC) oder eine "
        "PDF-Datei hoch. Tipp: Sie können das Blatt mit dem Handy fotografieren."
    )


class NameDoesNotFit(TypeNotAllowed):
    """The content is allowed, but the ending of the name says something else."""

    message = _(
        "Der Name der Datei passt nicht zu ihrem Inhalt. Der Name soll auf .pdf, .jpg, .png oder .heic enden, je "
        "nachdem, was in der Datei ist. Speichern Sie die Datei noch einmal oder fotografieren Sie das Blatt."
    )


class FileUnreadable(UploadRefused):
    """It begins like an allowed kind, but cannot be read to its end."""

    message = _(
        "Wir können die Datei nicht öffnen. Vielleicht ist sie beschädigt oder nicht vollständig. "
        "Öffnen Sie die Datei auf Ihrem Gerät, speichern Sie sie neu oder machen Sie ein neues Foto."
    )


class ImageTooLarge(UploadRefused):
    """More pixels than any camera needs; decoding it would take the memory of the server."""

    message = _(
        "Das Bild hat zu viele Bildpunkte. Bitte machen Sie das Foto in einer kleineren Auflösung "
        "(höchstens 50 Millionen Bildpunkte)."
    )


class PdfEncrypted(UploadRefused):
    """A PDF that opens with a password only."""

    message = _(
        "Diese PDF-Datei ist mit einem Passwort geschützt. Wir können sie nicht lesen. Öffnen Sie die Datei mit dem "
        "Passwort und speichern Sie sie ohne Passwort. Oder drucken Sie sie aus und fotografieren Sie die Seiten."
    )


class PdfStartsPrograms(UploadRefused):
    """A PDF with an action that starts a program or loads one; no bank statement needs that."""

    message = _(
        "In dieser PDF-Datei steckt ein Befehl, der Programme starten kann. Zur Sicherheit nehmen wir sie nicht an. "
        "Drucken Sie die Datei neu als PDF oder fotografieren Sie die Seiten."
    )


class TooManyFiles(UploadRefused):
    """More files wait unsent in one case than any application needs."""

    message = _(
        "Sie haben schon sehr viele Dateien hochgeladen, die noch nicht abgeschickt sind. Schicken Sie diese zuerst ab "
        "oder entfernen Sie Dateien, die Sie nicht brauchen. Danach können Sie weitere hochladen."
    )


class StoreUnavailable(UploadRefused, OSError):
    """The store of files does not answer or does not take anything; nothing was kept."""

    code = "store_unavailable"
    message = _(
        "Wir können gerade keine Dateien speichern. Diese Datei ist nicht bei uns angekommen. Bitte versuchen Sie es "
        "später noch einmal. Läuft heute eine Frist ab? Dann geben Sie die Unterlage im Jobcenter ab oder rufen Sie an."
    )
