"""Makes pages of photos and scans: upright, small enough to send, legible, and of nothing but pixels.

What a phone writes beside the picture (place, time, name of the device, a preview of the uncropped picture) is gone,
because every page is encoded anew.
"""

import io
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from portal.documents.domain.workshop import colour
from portal.documents.domain.workshop.codes import Note, Refusal, Refused
from portal.documents.domain.workshop.pictures import read_pictures
from portal.documents.domain.workshop.readability import notes_of

if TYPE_CHECKING:
    from PIL.Image import Image

TARGET_BYTES: Final = 300_000  # a page
QUALITIES: Final = (
    82,
    74,
    66,
    58,
    50,
    42,
)  # JPEG; the last is the floor, whatever it weighs (docs/photos.md)
A4: Final = (210 * 72 / 25.4, 297 * 72 / 25.4)  # points
LEAST_DPI: Final = 100  # a smaller picture does not fill the sheet: larger dots show no more


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page. ``jpeg`` holds no metadata; ``width`` and ``height`` in pixels; ``notes``: what may be hard to read."""

    jpeg: bytes
    width: int
    height: int
    is_grey: bool
    notes: tuple[Note, ...]


def make_pages(path: Path, media_type: str) -> list[PageImage]:
    """The pages of the picture at ``path`` (several only in a TIFF).

    Raises Refused: image_too_large (by its header, nothing was unpacked), unreadable (broken, cut off, another kind),
    too_many_pages, too_complex.
    """
    pages = [_page(picture) for picture in read_pictures(path, media_type, look=colour.grey_if_nothing_is_lost)]
    if not pages:
        raise Refused(Refusal.UNREADABLE)
    return pages


def make_pdf(pages: Sequence[PageImage], target: BinaryIO) -> None:
    """Write one PDF to ``target``: each page on A4, upright or across as the picture is.

    The same pages give the same bytes.
    """
    import img2pdf

    img2pdf.convert(
        [page.jpeg for page in pages],
        outputstream=target,
        layout_fun=_layout,
        nodate=True,
        engine=img2pdf.Engine.internal,
        producer="",
    )


def placed(width: int, height: int) -> tuple[float, float, float, float]:
    """How a picture of this size in pixels lies on A4, in points: width and height of the page and of the picture."""
    page = A4 if height >= width else A4[::-1]
    scale = min(page[0] / width, page[1] / height, 72 / LEAST_DPI)
    return *page, width * scale, height * scale


def _layout(width: int, height: int, _dpi: tuple[float, float]) -> tuple[float, float, float, float]:
    return placed(width, height)


def _page(picture: "Image") -> PageImage:
    page = picture if picture.mode == "L" else colour.for_screens(picture, picture.info.get("icc_profile"))
    page.info = {}
    return PageImage(_encoded(page), page.width, page.height, page.mode == "L", notes_of(page))


def _encoded(page: "Image") -> bytes:
    """JPEG of the best quality that keeps to the target, else of the floor."""
    best, *others, floor = QUALITIES
    if len(jpeg := _jpeg(page, best)) <= TARGET_BYTES:
        return jpeg
    made = {}

    def fits(quality: int) -> bool:
        made[quality] = _jpeg(page, quality)
        return len(made[quality]) <= TARGET_BYTES

    place = bisect_left(others, x=True, key=fits)  # not one after the other: each takes a tenth of the whole
    return made[others[place]] if place < len(others) else _jpeg(page, floor)


def _jpeg(page: "Image", quality: int) -> bytes:
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=quality, optimize=True)
    return buffer.getvalue()
