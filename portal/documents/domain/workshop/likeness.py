"""Tells whether two pictures show the same page: the same file sent again, saved anew, smaller, or as a PDF.

Three statements of the same bank differ in a few digits, and a hint "we have this page already" for the wrong month
would cost somebody a missing document. So a fingerprint keeps the page in 192 by 272 shades, fine enough that other
digits show, and two pages are the same only when no shade differs by more than saving anew explains. The price: a sheet
that is scanned or photographed a second time lies a little differently and is not found (docs/photos.md has figures).

A fingerprint is a tiny picture of the page: it is kept like the page itself, encrypted, and not at all for restricted
documents.
"""

import zlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL.Image import Image

COLUMNS, ROWS = 192, 272  # of a sheet of A4 upright: 1.1 mm each
FINE: Final = 4  # pixels a cell, each way, before they are averaged
CHANGED: Final = 3  # steps: what saving anew, making smaller to 1600 pixels and drawing by a PDF reader change at most
STEP: Final = 4  # shades: grain and packing are below
NEARLY_A4: Final = 0.01  # a PDF reader rounds the page up to whole pixels
INK: Final = 230  # shades: what is darker is not paper
LEAST_INK: Final = 6  # cells: less is an empty page, and those are all alike
UPRIGHT, ACROSS = "01", "02"  # how a fingerprint begins: its kind, for the day when it is made otherwise


def fingerprint(image: "Image") -> str:
    """The fingerprint of a page as hexadecimal digits (2,000 to 30,000 of them), "" for an empty page.

    The picture may have any mode and any size from 1200 pixels. Compare like with like: pages as a PDF reader draws
    them, whatever came in; a photo itself and its page in a PDF differ along the edges of the photo.
    """
    import numpy as np
    from PIL import Image, ImageOps

    across = image.width > image.height
    columns, rows = (ROWS, COLUMNS) if across else (COLUMNS, ROWS)
    size = (columns * FINE, rows * FINE)
    page = _halved(image.convert("L"), size)
    if abs(page.width * rows / (page.height * columns) - 1) < NEARLY_A4:
        page = page.resize(size, Image.Resampling.BICUBIC)
    else:
        page = ImageOps.contain(page, size, Image.Resampling.BICUBIC)
    sheet = Image.new("L", size, 255)
    sheet.paste(page, ((size[0] - page.width) // 2, (size[1] - page.height) // 2))
    cells = np.asarray(sheet.reduce(FINE), dtype=np.float32)
    paper = max(float(np.percentile(cells, 95)), 1.0)
    shades = np.clip(np.round(cells * (255 / paper)), 0, 255).astype(np.int16)
    if int((shades < INK).sum()) < LEAST_INK:
        return ""
    coarse = ((shades + STEP // 2) // STEP).astype(np.uint8)
    steps = np.diff(coarse, axis=1, prepend=np.uint8(0))  # neighbours are alike: so it packs better
    return (ACROSS if across else UPRIGHT) + zlib.compress(steps.tobytes(), 9).hex()


def is_same_page(one: str, other: str) -> bool:
    """Whether two fingerprints are of the same page. Empty ones never are, nor what this version did not make."""
    import numpy as np

    if one[:2] != other[:2] or one[:2] not in {UPRIGHT, ACROSS}:
        return False
    try:
        first, second = _shades(one), _shades(other)
    except (ValueError, zlib.error):
        return False
    return bool(np.abs(first - second).max() <= CHANGED)


def _shades(text: str) -> Any:
    import numpy as np

    columns = COLUMNS if text[:2] == UPRIGHT else ROWS
    unpacker = zlib.decompressobj()
    packed = unpacker.decompress(bytes.fromhex(text[2:]), COLUMNS * ROWS)
    steps = np.frombuffer(packed, np.uint8).reshape(COLUMNS * ROWS // columns, columns)
    return np.cumsum(steps, axis=1, dtype=np.uint8).astype(np.int16)


def _halved(page: "Image", size: tuple[int, int]) -> "Image":
    """Smaller by a whole number where there is far more than needed: quicker, and nothing is lost."""
    factor = min(page.width // size[0], page.height // size[1]) // 2
    return page.reduce(factor) if factor > 1 else page
