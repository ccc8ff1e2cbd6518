"""How much a document may hold when it is unpacked. Far above what people send, far below what a machine can bear."""

import contextlib
import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import pikepdf
from pikepdf import settings

from portal.documents.domain.workshop.codes import Refusal, Refused

MAX_PAGES: Final = 500
MAX_OBJECTS: Final = 200_000  # a tagged report of 500 pages has a tenth of it
MAX_NODES: Final = 1_000_000  # dictionaries and arrays, those inside others included
MAX_CONTENT: Final = 64 * 1024 * 1024  # bytes: drawing commands of a page, a font, a form
MAX_CONTENT_TOTAL: Final = 512 * 1024 * 1024
MAX_IMAGE: Final = 256 * 1024 * 1024  # bytes: A4 in colour at 600 dots an inch takes 104 MB
MAX_ATTACHMENT: Final = 25 * 1024 * 1024  # bytes: more cannot be scanned in one go
MAX_ATTACHMENTS: Final = 50
MAX_ATTACHED: Final = 100 * 1024 * 1024  # bytes, all of them
MAX_FILTERS: Final = 10  # packed again and again
MAX_DEPTH: Final = 5  # PDF in PDF in PDF
MOST_BY_DEFLATE: Final = 1032  # one byte becomes no more than this many (zlib's own documentation)
HEADER: Final = 1024  # bytes in which %PDF- must begin (ISO 32000-1, Annex H)
# A PDF that is ordered for the web says its length first.
_FULL_LENGTH: Final = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})\b")

# What qpdf and we may stumble over in a broken file.
BROKEN: Final = (
    pikepdf.PikepdfError,
    RuntimeError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
)

# What one broken stream gives; the words of qpdf may quote it, and need not be text.
BROKEN_STREAM: Final = (pikepdf.PdfError, UnicodeDecodeError)


@contextlib.contextmanager
def bounded() -> Iterator[None]:
    """Let qpdf itself stop at bombs, also in the tables it reads before we see anything."""
    previous = settings.set_qpdf_limits(
        doc_max_warnings=20_000,
        parser_max_container_size=MAX_NODES,
        dct_max_memory=MAX_IMAGE,
        flate_max_memory=MAX_IMAGE,
        png_max_memory=MAX_IMAGE,
        run_length_max_memory=MAX_IMAGE,
        tiff_max_memory=MAX_IMAGE,
        max_stream_filters=MAX_FILTERS,
    )
    try:
        yield
    finally:
        settings.set_qpdf_limits(**previous)  # type: ignore[arg-type]  # it takes what it gave


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Only keeps it: what qpdf says may quote the file."""
        self.words.append(record.getMessage()[:200])


@contextlib.contextmanager
def heard() -> Iterator[list[str]]:
    """What qpdf says on its own logger meanwhile; it reaches nobody else."""
    logger, ear = logging.getLogger("pikepdf._core"), _Ear()
    spreads, logger.propagate = logger.propagate, False
    logger.addHandler(ear)
    try:
        yield ear.words
    finally:
        logger.removeHandler(ear)
        logger.propagate = spreads


def open_pdf(file: BinaryIO, password: str = "") -> pikepdf.Pdf:
    """``file`` as a PDF that has pages, but not too many. Raises Refused."""
    file.seek(0)
    if _is_cut_off(file.read()):
        raise Refused(Refusal.UNREADABLE)
    file.seek(0)
    try:
        pdf = pikepdf.open(file, password=password, suppress_warnings=True)
    except pikepdf.PasswordError:
        raise Refused(Refusal.PDF_ENCRYPTED) from None
    except BROKEN as error:
        raise Refused(refusal_of(error)) from None
    try:
        pages, objects = len(pdf.pages), len(pdf.objects)
    except BROKEN as error:
        pdf.close()
        raise Refused(refusal_of(error)) from None
    refusal = _refusal_of_numbers(pages, objects)
    if refusal:
        pdf.close()
        raise Refused(refusal)
    return pdf


def _is_cut_off(content: bytes) -> bool:
    """Qpdf would show the pages that are left, and nobody would notice that the others are missing."""
    length = _FULL_LENGTH.search(content[:HEADER])
    return (
        b"%PDF-" not in content[:HEADER]
        or (b"%%EOF" not in content and b"startxref" not in content)
        or (length is not None and int(length.group(1)) > len(content))
    )


def _refusal_of_numbers(pages: int, objects: int) -> Refusal | None:
    if pages > MAX_PAGES:
        return Refusal.TOO_MANY_PAGES
    if objects > MAX_OBJECTS:
        return Refusal.TOO_COMPLEX
    return None if pages else Refusal.UNREADABLE


def refusal_of(error: Exception) -> Refusal:
    """What an error of qpdf means for the person: its words are the only sign it gives."""
    words = str(error)
    if "limit exceeded" in words or "memory limit" in words:
        return Refusal.TOO_COMPLEX
    if "encrypt" in words or "security handler" in words:  # by certificate, or a handler of one vendor
        return Refusal.PDF_ENCRYPTED
    return Refusal.UNREADABLE


def is_dictionary(node: Any) -> bool:
    """Whether ``node`` has keys: a dictionary or a stream."""
    return isinstance(node, pikepdf.Dictionary | pikepdf.Stream)
