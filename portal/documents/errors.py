"""Why an upload is refused. ``message`` is for the person: what is wrong and what to do next, never a blame."""

from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class DocumentError(Exception):
    """Base of all situations of this app."""


class NotAllowed(DocumentError):
    """The actor may not do this to the documents of this case; views answer 404."""


class StepNotAllowed(DocumentError):
    """A document cannot go from where it stands to where it should."""


class DocumentInUse(DocumentError):
    """The document is part of something that was sent and cannot be removed any more."""

    message: ClassVar["StrPromise"] = _(
        "Diese Datei haben Sie schon abgeschickt. Sie gehört jetzt zu Ihrem Eingang und kann nicht entfernt werden. "
        "War sie falsch? Dann schreiben Sie uns oder rufen Sie uns an."
    )


class ContentUnavailable(DocumentError):
    """The content of a stored file is away or was changed. Says why for the log only; people get a page."""


class ReasonMissing(DocumentError):
    """Nothing is called unusable without words that say why and what to do."""


class NotReadyToReview(DocumentError):
    """Nobody has seen its pages yet, or there are none: it is being checked, was refused or emptied."""


class PageNotDrawn(DocumentError):
    """There is no picture of a page at this moment; the PDF can be downloaded."""


class ScannerUnavailable(DocumentError):
    """The virus scanner gave no verdict; nothing may be released without one. It is asked again later."""


class TooLongToScan(ScannerUnavailable):
    """More bytes than the scanner takes; trying again does not help."""


class HandOverClosed(DocumentError):
    """The code for the phone is wrong, used up or too old; nobody learns which."""


class UploadRefused(DocumentError):
    """Base of the reasons not to take a file. The application itself is never refused for a file (§ 20 (3) SGB X).

    ``code`` is kept with a document that the worker refuses (`REFUSALS`); the others are said at the upload only.
    """

    code: ClassVar[str] = ""
    message: ClassVar["StrPromise"]


class FileTooLarge(UploadRefused):
    """More bytes than `limits.FILE`."""

    code = "too_large"
    message = _(
        "Die Datei ist größer als 25 MB. Machen Sie das Foto kleiner oder teilen Sie die Datei in mehrere Teile. "
        "Sie können die Unterlage auch im Jobcenter abgeben."
    )


class FileEmpty(UploadRefused):
    """Zero bytes."""

    code = "empty"
    message = _(
        "Die Datei ist leer. Vielleicht ist beim Speichern etwas schiefgegangen. "
        "Öffnen Sie die Datei einmal auf Ihrem Gerät und wählen Sie sie dann noch einmal aus."
    )


class TypeNotAllowed(UploadRefused):
    """By its content or its name the file is none of the allowed kinds, or the two contradict each other."""

    code = "type_not_allowed"
    message = _(
        "Diese Art von Datei können wir nicht annehmen. Bitte laden Sie ein Foto (JPG, PNG oder HEIC), einen Scan "
        "(TIFF) oder eine PDF-Datei hoch. Tipp: Sie können das Blatt mit dem Handy fotografieren."
    )


class OfficeFile(TypeNotAllowed):
    """A text or table of an office program; such files can hold programs, and look different on every computer."""

    code = "office_file"
    message = _(
        "Das ist eine Datei aus einem Textprogramm oder einer Tabelle. Speichern Sie sie bitte als PDF: "
        "In Word und LibreOffice wählen Sie „Datei“, dann „Speichern unter“ oder „Exportieren“, dann „PDF“. "
        "Sie können das Blatt auch drucken und fotografieren."
    )


class NameDoesNotFit(TypeNotAllowed):
    """The content is allowed, but the ending of the name says something else."""

    code = "name_does_not_fit"
    message = _(
        "Der Name der Datei passt nicht zu ihrem Inhalt. Der Name soll auf .pdf, .jpg, .png, .heic oder .tif enden, "
        "je nachdem, was in der Datei ist. Speichern Sie die Datei noch einmal oder fotografieren Sie das Blatt."
    )


class TooManyFiles(UploadRefused):
    """More files wait unsent in one case than any application needs."""

    code = "too_many_files"
    message = _(
        "Sie haben schon sehr viele Dateien hochgeladen, die noch nicht abgeschickt sind. Schicken Sie diese zuerst ab "
        "oder entfernen Sie Dateien, die Sie nicht brauchen. Danach können Sie weitere hochladen."
    )


class TooMuchAtOnce(UploadRefused):
    """The files that wait unsent in one case are together larger than one submission may be."""

    code = "too_much_at_once"
    message = _(
        "Ihre Dateien sind zusammen zu groß, um sie auf einmal abzuschicken. Schicken Sie zuerst ab, was schon da ist. "
        "Danach können Sie weitere Dateien hochladen."
    )


class TooMuchToday(UploadRefused):
    """More was uploaded in one case within a day than people need; guards the space of all."""

    code = "too_much_today"
    message = _(
        "Heute sind schon sehr viele Dateien von Ihnen angekommen. Bitte laden Sie weitere erst morgen hoch, "
        "oder geben Sie die Unterlagen im Jobcenter ab. Was angekommen ist, bleibt da."
    )


class FileUnreadable(UploadRefused):
    """It begins like an allowed kind, but cannot be read to its end."""

    code = "unreadable"
    message = _(
        "Wir können die Datei nicht öffnen. Vielleicht ist sie beschädigt oder nicht vollständig. "
        "Öffnen Sie die Datei auf Ihrem Gerät, speichern Sie sie neu oder machen Sie ein neues Foto."
    )


class ImageTooLarge(UploadRefused):
    """More pixels than any camera needs; decoding it would take the memory of the server."""

    code = "image_too_large"
    message = _(
        "Das Bild hat zu viele Bildpunkte. Bitte machen Sie das Foto in einer kleineren Auflösung "
        "(höchstens 50 Millionen Bildpunkte)."
    )


class PdfEncrypted(UploadRefused):
    """A PDF that opens with a password only (§ 36a (3) SGB I: the sender is told without delay)."""

    code = "pdf_encrypted"
    message = _(
        "Diese PDF-Datei ist mit einem Passwort geschützt. Wir können sie nicht lesen. Öffnen Sie die Datei mit dem "
        "Passwort und speichern Sie sie ohne Passwort. Oder drucken Sie sie aus und fotografieren Sie die Seiten."
    )


class PdfDynamicForm(UploadRefused):
    """A form whose pages exist only in one program (XFA): everybody else sees "please wait"."""

    code = "pdf_dynamic_form"
    message = _(
        "Diese PDF-Datei ist ein Formular, das nur ein bestimmtes Programm anzeigen kann. Wir sehen darin nichts. "
        "Öffnen Sie die Datei, wo Sie sie ausgefüllt haben, und drucken Sie sie neu als PDF. Oder fotografieren Sie "
        "die Seiten."
    )


class PdfPortfolio(UploadRefused):
    """A PDF that is only a folder for other files."""

    code = "pdf_portfolio"
    message = _(
        "Diese PDF-Datei ist eine Mappe, in der andere Dateien liegen. Bitte speichern Sie die Dateien daraus einzeln "
        "und laden Sie sie einzeln hoch."
    )


class TooManyPages(UploadRefused):
    """More pages than somebody will read."""

    code = "too_many_pages"
    message = _(
        "Die Datei hat mehr als 500 Seiten. Bitte teilen Sie sie in mehrere Dateien, oder schicken Sie uns nur die "
        "Seiten, nach denen wir gefragt haben."
    )


class TooComplex(UploadRefused):
    """Taking it apart needs more time or memory than any document does."""

    code = "too_complex"
    message = _(
        "Die Datei ist zu aufwendig gebaut, wir können sie nicht verarbeiten. Teilen Sie die Datei in mehrere Teile, "
        "drucken Sie sie neu als PDF, oder fotografieren Sie die Seiten."
    )


class HarmfulFile(UploadRefused):
    """The virus scanner has found something. The file stays locked away; nobody opens it."""

    code = "malware"
    message = _(
        "In dieser Datei haben wir ein Schadprogramm gefunden. Wir haben sie nicht geöffnet. Das kann passieren, ohne "
        "dass Sie etwas falsch gemacht haben. Lassen Sie Ihr Gerät prüfen. Fotografieren Sie das Blatt bitte neu, "
        "oder geben Sie es im Jobcenter ab."
    )


class CheckFailed(UploadRefused):
    """Our own fault: the check broke off again and again."""

    code = "check_failed"
    message = _(
        "Wir konnten die Datei nicht prüfen. Das liegt an uns, nicht an Ihnen. Bitte schicken Sie die Datei noch "
        "einmal, oder geben Sie das Blatt im Jobcenter ab."
    )


class StoreUnavailable(UploadRefused, OSError):
    """The store of files does not answer or does not take anything; nothing was kept."""

    code = "store_unavailable"
    message = _(
        "Wir können gerade keine Dateien speichern. Diese Datei ist nicht bei uns angekommen. Bitte versuchen Sie es "
        "später noch einmal. Läuft heute eine Frist ab? Dann geben Sie die Unterlage im Jobcenter ab oder rufen Sie an."
    )


def refusal(code: str) -> type[UploadRefused]:
    """The reason kept under this code; FileUnreadable for a code of an older version."""
    return REFUSALS.get(code, FileUnreadable)


REFUSALS: dict[str, type[UploadRefused]] = {
    kind.code: kind
    for kind in (
        FileUnreadable,
        ImageTooLarge,
        PdfEncrypted,
        PdfDynamicForm,
        PdfPortfolio,
        TooManyPages,
        TooComplex,
        HarmfulFile,
        CheckFailed,
    )
}
