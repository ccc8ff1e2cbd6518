"""QR codes on the pages of a plain PDF: the cover sheet in a pile of scans says by its code where the pile belongs."""

from typing import TYPE_CHECKING, Final

import zxingcpp

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH: Final = 1654  # pixels: A4 at 200 dots an inch; a code of 2 cm has five pixels to a module then
LONGEST: Final = 100  # signs; the code of a cover sheet has twelve
MOST: Final = 8  # codes of a page
_QR: Final = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def read(picture: "Image") -> list[str]:
    """What the QR codes on a page say, in any direction, as far as a cover sheet could say it."""
    found = zxingcpp.read_barcodes(picture.convert("L"), formats=_QR)
    texts = (each.text for each in found[:MOST])
    return [text for text in texts if len(text) <= LONGEST and text.isascii() and text.isprintable()]
