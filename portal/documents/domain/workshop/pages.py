"""Pages of a plain PDF as pictures and as text."""

import contextlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image

from portal.documents.domain.workshop.codes import Refusal, Refused

MAX_PIXELS: Final = 12_000_000  # of a page, whatever its size says
THUMB_WIDTH: Final = 160  # pixels
THUMB_HEIGHT: Final = 320  # pixels; a receipt of a metre is no reason for a metre of thumbnail
MAX_TEXT: Final = 100_000  # characters of a page


@dataclass(frozen=True, slots=True)
class Pages:
    """An opened PDF. Pages are counted from 1."""

    document: pypdfium2.PdfDocument

    def __len__(self) -> int:
        return len(self.document)

    def picture(self, number: int, width: int) -> Image.Image | None:
        """Page ``number``, ``width`` pixels wide or less, in colour; None when it cannot be drawn."""
        try:
            page = self.document[number - 1]
            try:
                sides: tuple[float, float] = page.get_size()
                bitmap = page.render(scale=_scale(sides, width), may_draw_forms=False, rev_byteorder=True)
                try:
                    drawn: Image.Image = bitmap.to_pil()
                    return drawn.copy().convert("RGB")  # the bitmap's memory is given back
                finally:
                    bitmap.close()
            finally:
                page.close()
        except (pypdfium2.PdfiumError, ValueError):
            return None

    def text(self, number: int) -> str:
        """The text layer of page ``number``; empty when there is none."""
        try:
            page = self.document[number - 1]
            try:
                layer = page.get_textpage()
                try:
                    found: str = layer.get_text_range()
                finally:
                    layer.close()
            finally:
                page.close()
        except (pypdfium2.PdfiumError, ValueError):
            return ""
        return clean_text(found)


def clean_text(text: str) -> str:
    """Without what a database or a page cannot hold: zero characters, halves of pairs, too much of it."""
    whole = text[:MAX_TEXT].replace("\r\n", "\n").replace("\x00", "").encode("utf-8", "ignore").decode()
    return whole.strip()


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Pages]:
    """``path`` for as long as the block runs. Raises Refused."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        raise Refused(Refusal.UNREADABLE) from None
    try:
        yield Pages(document)
    finally:
        document.close()


def render(pdf_path: Path, number: int, width: int) -> Image.Image:
    """Page ``number`` (from 1) as a picture. Raises Refused when it cannot be drawn."""
    with opened(pdf_path) as pages:
        picture = pages.picture(number, width)
    if picture is None:
        raise Refused(Refusal.UNREADABLE)
    return picture


def thumbnail(picture: Image.Image) -> Image.Image:
    """A small copy."""
    small = picture.copy()
    small.thumbnail((THUMB_WIDTH, THUMB_HEIGHT), Image.Resampling.BOX, reducing_gap=2.0)
    return small


def write(picture: Image.Image, path: Path) -> None:
    """As WebP, legible rather than small."""
    picture.save(path, "WEBP", quality=75, method=2)


def _scale(sides: tuple[float, float], wanted: int) -> float:
    """Pixels to the point; neither more pixels than MAX_PIXELS nor a side that no picture may have."""
    width, height = (max(side, 1.0) for side in sides)
    # a hair less: pdfium rounds up
    return (1 - 1e-9) * min(wanted / width, math.sqrt(MAX_PIXELS / (width * height)), 16_000 / max(width, height))
