"""Tells whether a page would lose anything in grey, and turns the colours of any camera or scanner into plain ones.

Whether a picture is coloured is looked for before it is made smaller: in grey all that follows costs a third.
"""

import io
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE: Final = 640  # pixels of the longest side looked at: noise and scanners' fringes average out
TILES: Final = 16  # each way; what is paper is decided in each tile
COLOURFUL: Final = 0.17  # of the paper's brightness between the strongest and the weakest of red, green and blue
COLOUR_SHARE: Final = 0.0004  # of the picture: a signature with a blue pen is 0.0008 of a sheet
PAPER: Final = 0.75  # of the brightness of the tile
PAPER_SHARE: Final = 0.6  # of a tile of the sheet; less is the desk, or its edge
SHEET_SHARE: Final = 0.45  # of all tiles; less is no photo of a sheet, and every colour counts
TONES: Final = 256


def grey_if_nothing_is_lost(picture: "Image", profile: bytes | None) -> "Image":
    """The picture in mode L when nothing on it is coloured, else as it is. ``profile``: its colour profile (ICC)."""
    if picture.mode == "L":
        return picture
    small = for_screens(picture.resize(_looked_at(picture.size), reducing_gap=2.0), profile)
    return picture if is_coloured(small) else _grey(picture, profile)


def for_screens(picture: "Image", profile: bytes | None) -> "Image":
    """The picture in sRGB."""
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

    small = picture.resize(_looked_at(picture.size), reducing_gap=2.0)
    planes = np.stack([np.asarray(band, dtype=np.float32) for band in small.split()])
    light = planes.mean(axis=0)
    bright = planes[:, light >= np.percentile(light, 70)]
    lamplight = np.median(bright, axis=1) / max(float(np.median(bright)), 1.0)
    planes /= np.maximum(lamplight, 0.2)[:, None, None]
    tiles = planes.reshape(3, TILES, small.height // TILES, TILES, small.width // TILES)
    tiles = tiles.transpose(0, 1, 3, 2, 4).reshape(3, TILES, TILES, -1)
    paper = np.maximum(np.percentile(tiles.mean(axis=0), 90, axis=2), 40.0)
    relative = np.minimum(tiles / paper[:, :, None], 1)
    weakest = relative.min(axis=0)
    colourful = relative.max(axis=0) - weakest > COLOURFUL
    coloured = colourful.sum(axis=2)
    on_sheet = (~colourful & (weakest > PAPER)).mean(axis=2) >= PAPER_SHARE
    if on_sheet.mean() >= SHEET_SHARE:
        coloured[_grown(_desk(on_sheet))] = 0
    return bool(coloured.sum() > COLOUR_SHARE * light.size)


def _looked_at(size: tuple[int, int]) -> tuple[int, int]:
    """The size at which colour is looked for: whole tiles, all of one size."""
    scale = min(SIDE / max(size), 1.0)
    width, height = (max(1, round(length * scale / TILES)) * TILES for length in size)
    return width, height


def _grey(picture: "Image", profile: bytes | None) -> "Image":
    """In grey, as light and dark as the profile says."""
    from PIL import Image

    if picture.mode != "RGB":
        return for_screens(picture, profile).convert("L")
    grey = picture.convert("L")
    if not profile:
        return grey
    ramp = Image.frombytes("L", (TONES, 1), bytes(range(TONES))).convert("RGB")
    return grey.point(list(for_screens(ramp, profile).convert("L").tobytes()))


def _desk(on_sheet: Any) -> Any:
    """The tiles beside the sheet: all that can be reached from the edge of the picture without crossing paper."""
    desk = ~on_sheet
    desk[1:-1, 1:-1] = False
    for _step in range(2 * TILES):
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
