"""Situations around making a PDF."""


class PdfError(Exception):
    """Base of the situations below."""


class LanguageMissing(PdfError):
    """The HTML has no ``<html lang>``: screen readers would guess (PDF/UA-1, 7.2)."""


class TitleMissing(PdfError):
    """The HTML has no ``<title>``: readers would show a file name (PDF/UA-1, 7.1)."""


class PictureMissing(PdfError):
    """A picture could not be drawn; WeasyPrint would leave it out, and a receipt without its code is none."""
