"""Makes pages of photos and scans: upright, small enough to send, legible, and of nothing but pixels.

What a phone writes beside the picture (place, time, name of the device, a preview of the uncropped picture) is gone,
because every page is encoded anew.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

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

COLOUR_SIDE: Final = (
    640  # pixels of the longest side at which colour is looked for: noise and scanners' fringes average out
)
COLOUR_TILES: Final = 16  # each way; what is paper is decided in each tile
COLOURFUL: Final = 0.17  # of the paper's brightness between the strongest and the weakest of red, green and blue
COLOUR_SHARE: Final = 0.0004  # of the picture: a signature with a blue pen is 0.0008 of a sheet
PAPER: Final = 0.75  # of the brightness of the tile
PAPER_SHARE: Final = 0.6  # of a tile of the sheet; less is the desk, or its edge
SHEET_SHARE: Final = 0.45  # of all tiles; less is no photo of a sheet, and every colour counts


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
    pages = [_page(picture) for picture in read_pictures(path, media_type)]
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
    page = _in_own_colours(picture)
    return PageImage(_encoded(page), page.width, page.height, page.mode == "L", notes_of(page))


def _encoded(page: "Image") -> bytes:
    """JPEG of the best quality that keeps to the target, else of the floor."""
    jpeg = b""
    for quality in QUALITIES:
        buffer = io.BytesIO()
        page.save(buffer, "JPEG", quality=quality, optimize=True)
        jpeg = buffer.getvalue()
        if len(jpeg) <= TARGET_BYTES:
            break
    return jpeg


def _in_own_colours(picture: "Image") -> "Image":
    """Grey, unless something on the page is coloured; then sRGB. Nothing but pixels is left."""
    page = picture
    if picture.mode != "L":
        page = _srgb(picture)
        page = page if is_coloured(page) else page.convert("L")
    page.info = {}
    return page


def _srgb(picture: "Image") -> "Image":
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture.convert("RGB")
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted: Any = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        converted = None  # a damaged profile or one for other channels
    return converted or picture.convert("RGB")


def is_coloured(picture: "Image") -> bool:
    """Whether a stamp, a mark, a coloured pen or a coloured picture would be lost in grey.

    Measured against the paper, so that lamplight or yellowed paper are no colour. What reaches from the edge of the
    picture to the sheet is the desk and does not count; where there is hardly any paper, every colour counts.
    """
    import numpy as np

    shrunk = picture.copy()
    shrunk.thumbnail((COLOUR_SIDE, COLOUR_SIDE), reducing_gap=2.0)
    dots = np.asarray(shrunk, dtype=np.float32)
    light = dots.mean(axis=2)
    bright = dots[light >= np.percentile(light, 70)]
    dots = dots / np.maximum(np.median(bright, axis=0) / max(float(np.median(bright)), 1.0), 0.2)  # lamplight taken off
    across, down = min(COLOUR_TILES, shrunk.width), min(COLOUR_TILES, shrunk.height)
    coloured, on_sheet = np.zeros((down, across), np.int32), np.zeros((down, across), bool)
    for row, band in enumerate(np.array_split(dots, down)):
        for column, tile in enumerate(np.array_split(band, across, axis=1)):
            relative = np.minimum(tile / max(float(np.percentile(tile.mean(axis=2), 90)), 40.0), 1)
            colourful = np.ptp(relative, axis=2) > COLOURFUL
            coloured[row, column] = colourful.sum()
            on_sheet[row, column] = (~colourful & (relative.min(axis=2) > PAPER)).mean() >= PAPER_SHARE
    if on_sheet.mean() >= SHEET_SHARE:
        coloured[_grown(_desk(on_sheet))] = 0
    return bool(coloured.sum() > COLOUR_SHARE * light.size)


def _desk(on_sheet: Any) -> Any:
    """The tiles beside the sheet: all that can be reached from the edge of the picture without crossing paper."""
    desk = ~on_sheet
    desk[1:-1, 1:-1] = False
    for _step in range(2 * COLOUR_TILES):
        desk = _grown(desk) & ~on_sheet
    return desk


def _grown(tiles: Any) -> Any:
    """The tiles and those beside, above and below them."""
    grown = tiles.copy()
    grown[1:] |= tiles[:-1]
    grown[:-1] |= tiles[1:]
    grown[:, 1:] |= tiles[:, :-1]
    grown[:, :-1] |= tiles[:, 1:]
    return grown
