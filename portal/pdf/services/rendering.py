"""HTML in, PDF out. Only ``data:`` addresses are ever opened, whatever the HTML says."""

import base64
import contextlib
import datetime
import functools
import io
import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, Final

from django.template.loader import render_to_string
from msgspec import Struct

from portal.pdf.domain.accessibility import mark_as_accessible
from portal.pdf.domain.fonts import font_faces
from portal.pdf.domain.signs import written_out
from portal.pdf.errors import LanguageMissing, PictureMissing, TitleMissing

VARIANT: Final = "pdf/a-3a"
STYLESHEET: Final = "pdf/print.css"
_LANGUAGE = re.compile(r"<html[^>]*\slang=\"[a-z]", re.IGNORECASE)
_TITLE = re.compile(r"<title>\s*[^\s<]", re.IGNORECASE)
_EPOCH: Final = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


class Relationship(StrEnum):
    """What an embedded file is to the document (AFRelationship, ISO 19005-3 annex E)."""

    DATA = "Data"
    SOURCE = "Source"
    SUPPLEMENT = "Supplement"


class EmbeddedFile(Struct, frozen=True, kw_only=True):
    """A file inside the PDF. ``created`` stands in it; let it stay the same, and so does the PDF."""

    name: str
    description: str
    media_type: str
    content: bytes
    relationship: Relationship = Relationship.DATA
    created: datetime.datetime = _EPOCH


class _Kit(Struct, frozen=True):
    """What is built once per process: fonts (0.2 s), the style sheet all PDFs share, the closed fetcher."""

    html: Any
    attachment: Any
    fonts: Any
    stylesheets: tuple[Any, ...]
    fetcher: Any


def render_pdf(html: str, *, attachments: Sequence[EmbeddedFile] = ()) -> bytes:
    """The PDF of ``html``: PDF/UA-1 and PDF/A-3a, all fonts embedded, the same bytes for the same input.

    Signs for which there is no font are written out (`portal.pdf.domain.signs`).
    ``html`` extends ``pdf/base.html`` and is made of escaped text. Addresses other than ``data:`` stay empty.
    Raises LanguageMissing, TitleMissing, PictureMissing.
    """
    if not _LANGUAGE.search(html):
        raise LanguageMissing
    if not _TITLE.search(html):
        raise TitleMissing
    kit = _kit()
    document = kit.html(string=written_out(html), url_fetcher=kit.fetcher, base_url=None)
    with _nothing_left_out(), warnings.catch_warnings():
        # WeasyPrint 70 leaves closing its colour profile to the end of the object's life, which is at once.
        warnings.filterwarnings("ignore", r"unclosed file .*sRGB2014\.icc", ResourceWarning)
        content: bytes = document.write_pdf(
            font_config=kit.fonts,
            stylesheets=kit.stylesheets,
            pdf_variant=VARIANT,
            attachments=[_attachment(kit, entry) for entry in attachments],
            finisher=mark_as_accessible,
        )
    return content


class _LeftOut(logging.Handler):
    """Remembers that WeasyPrint gave up drawing a picture: it swallows every exception there, time limits included."""

    happened = False

    def emit(self, record: logging.LogRecord) -> None:
        """Look at one message."""
        self.happened = self.happened or str(record.msg).startswith("Failed to render")


@contextlib.contextmanager
def _nothing_left_out() -> Iterator[None]:
    """Raise PictureMissing at the end when a picture was left out."""
    log, watch = logging.getLogger("weasyprint"), _LeftOut()
    log.addHandler(watch)
    try:
        yield
    finally:
        log.removeHandler(watch)
    if watch.happened:
        raise PictureMissing


def count_pages(content: bytes) -> int:
    """How many pages a PDF of ours has."""
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


@functools.cache
def _kit() -> _Kit:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    fetcher = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    fonts = FontConfiguration()
    faces = weasyprint.CSS(string=font_faces(), font_config=fonts, url_fetcher=fetcher)
    layout = weasyprint.CSS(string=render_to_string(STYLESHEET), font_config=fonts, url_fetcher=fetcher)
    return _Kit(
        html=weasyprint.HTML,
        attachment=weasyprint.Attachment,
        fonts=fonts,
        stylesheets=(faces, layout),
        fetcher=fetcher,
    )


def _attachment(kit: _Kit, entry: EmbeddedFile) -> Any:
    address = f"data:{entry.media_type};base64,{base64.b64encode(entry.content).decode()}"
    moment = entry.created.astimezone(datetime.UTC)
    return kit.attachment(
        url=address,
        url_fetcher=kit.fetcher,
        name=entry.name,
        description=entry.description,
        relationship=entry.relationship.value,
        created=moment,
        modified=moment,
    )
