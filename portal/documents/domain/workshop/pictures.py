"""Reads a picture of a kind that we take; its size is judged by its header before a pixel is unpacked.

What is allowed is a closed list, down to the packing inside a TIFF: every decoder is one more that a stranger can feed.
WebP is on it: libwebp is looked after, and the one trap, that it takes memory before Pillow says the size, is closed.
"""

import struct
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from portal.documents.domain.workshop.codes import Refusal, Refused

if TYPE_CHECKING:
    from PIL.Image import Image

    Look = Callable[[Image, bytes | None], Image]

MAX_PIXELS: Final = 50_000_000  # the largest phone cameras give 48 megapixels; unpacked that is 200 MB
MAX_SIDE: Final = 65_500  # what JPEG can say
MAX_FRAMES: Final = 100  # pages of one TIFF: a fax machine's memory holds fewer
LONGEST_SIDE: Final = 2339  # pixels: A4 at 200 dpi
PAGE_PIXELS: Final = 1654 * 2339  # the same as an area, for till receipts and other strips
STRIP: Final = 512  # rows that are laid on white at a time
SLENDER: Final = 2**0.5  # longer than A4: the area counts, so that the writing on a strip stays large
WEBP_HEADER: Final = 30  # bytes in which the size of the canvas stands
WHITE: Final = 255
FAX_LINES: Final = (1.2, 3.0)  # fax: 204 x 98 dots per inch; a ratio outside is no fax but nonsense in the tags

_TIFF_PACKINGS: Final = frozenset(
    {"raw", "packbits", "tiff_ccitt", "group3", "group4", "tiff_lzw", "tiff_deflate", "tiff_adobe_deflate", "jpeg"}
)
_NEW_SUBFILE_TYPE: Final = 254
_ORIENTATION: Final = 274
_UNREADABLE: Final = (
    OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError, RuntimeError, AttributeError,
    struct.error,
)  # fmt: skip  # whatever a decoder trips over


def read_pictures(path: Path, media_type: str, *, look: "Look | None" = None) -> "Iterator[Image]":
    """Every page of the picture at ``path``: upright, in mode L, RGB or CMYK, at most A4 at 200 dpi.

    ``look`` sees it, with its colour profile, before it is made smaller, and may return it in grey.
    Of all that a file holds besides pixels only the colour profile is kept, in ``info``; of a grey one nothing.
    Raises Refused (image_too_large, unreadable, too_many_pages) at the page that is at fault.
    """
    reader = _READERS.get(media_type)
    if reader is None:
        raise Refused(Refusal.UNREADABLE)
    from PIL import ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with path.open("rb") as file:
        yield from _guarded(reader, file, look)


def _guarded(reader: Callable[[BinaryIO], "Iterator[Image]"], file: BinaryIO, look: "Look | None") -> "Iterator[Image]":
    """What ``reader`` reads; whatever it trips over becomes a refusal."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd tags; sizes are judged by us
            for picture in reader(file):
                yield _plain(picture, look)
    except Image.DecompressionBombError:
        raise Refused(Refusal.IMAGE_TOO_LARGE) from None
    except MemoryError:
        raise Refused(Refusal.TOO_COMPLEX) from None
    except _UNREADABLE:
        raise Refused(Refusal.UNREADABLE) from None


def fitting_size(width: int, height: int) -> tuple[int, int]:
    """The size at which a picture of this size is kept: never larger than it is, at most A4 at 200 dpi."""
    longest, shortest = max(width, height), min(width, height)
    scale = LONGEST_SIDE / longest if longest <= shortest * SLENDER else (PAGE_PIXELS / (longest * shortest)) ** 0.5
    scale = min(scale, 2 * LONGEST_SIDE / longest, 1.0)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MAX_PIXELS or max(size) > MAX_SIDE:
        raise Refused(Refusal.IMAGE_TOO_LARGE)
    if min(size) < 1:
        raise Refused(Refusal.UNREADABLE)


def _open(file: BinaryIO, kind: str) -> Any:
    from PIL import Image

    picture = Image.open(file, formats=[kind])
    _check_size(picture.size)
    return picture


def _read_jpeg(file: BinaryIO) -> "Iterator[Image]":
    with _open(file, "JPEG") as picture:
        picture.draft(
            None, fitting_size(*picture.size)
        )  # a half or quarter is unpacked straight away where that suffices
        picture.load()
        yield picture


def _read_png(file: BinaryIO) -> "Iterator[Image]":
    with _open(file, "PNG") as picture:  # of an animation the first picture
        picture.load()
        yield picture


def _read_tiff(file: BinaryIO) -> "Iterator[Image]":
    from PIL import TiffImagePlugin  # noqa: F401 -- registers it; else Pillow loads all forty of its formats

    with _open(file, "TIFF") as picture:
        pages = 0
        for number in range(2 * MAX_FRAMES):
            try:
                picture.seek(number)
            except EOFError:
                return
            if int(picture.tag_v2.get(_NEW_SUBFILE_TYPE, 0)) & 1:
                continue  # the small preview of another page
            pages += 1
            if pages > MAX_FRAMES:
                break
            _check_size(picture.size)
            if picture.info.get("compression") not in _TIFF_PACKINGS:
                raise Refused(Refusal.UNREADABLE)
            picture.load()
            yield picture
        raise Refused(Refusal.TOO_MANY_PAGES)


def _read_heic(file: BinaryIO) -> "Iterator[Image]":
    import pillow_heif
    from pillow_heif import options

    options.THUMBNAILS = options.DEPTH_IMAGES = options.AUX_IMAGES = False
    options.DECODE_THREADS = 1
    heif = pillow_heif.open_heif(file, convert_hdr_to_8bit=True)  # of several pictures the main one
    _check_size(heif.size)
    picture = heif.to_pillow()  # libheif has turned it already
    _check_size(picture.size)
    picture.info = {"icc_profile": heif.info.get("icc_profile")}
    yield picture


def _read_webp(file: BinaryIO) -> "Iterator[Image]":
    """Pillow hands the file to libwebp as it opens it, and that takes the memory: so the header is read before."""
    from PIL import WebPImagePlugin  # noqa: F401 -- registers it

    _check_size(_webp_size(file.read(WEBP_HEADER)))
    file.seek(0)
    with _open(file, "WEBP") as picture:
        picture.load()
        yield picture


def _webp_size(header: bytes) -> tuple[int, int]:
    """Width and height of the canvas (RFC 9649, sections 2.5 to 2.7). Raises ValueError."""
    if len(header) != WEBP_HEADER or header[:4] != b"RIFF" or header[8:12] != b"WEBP":
        raise ValueError
    kind = header[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", header[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        bits = int.from_bytes(header[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return int.from_bytes(header[24:27], "little") + 1, int.from_bytes(header[27:30], "little") + 1
    raise ValueError


_READERS: Final[dict[str, Callable[[BinaryIO], "Iterator[Image]"]]] = {
    "image/jpeg": _read_jpeg,
    "image/png": _read_png,
    "image/heic": _read_heic,
    "image/heif": _read_heic,
    "image/tiff": _read_tiff,
    "image/webp": _read_webp,
}


def _plain(picture: "Image", look: "Look | None") -> "Image":
    """A new picture that holds the pixels alone."""
    profile = picture.info.get("icc_profile")
    profile = profile if isinstance(profile, bytes) else None
    turned = _orientation(picture)
    width, height = _square_pixels(picture)
    opaque = _opaque(picture)
    seen = look(opaque, profile) if look else opaque
    plain = _shrunk(seen, fitting_size(width, height))
    if turned is not None:
        plain = plain.transpose(turned)
    plain.info = {"icc_profile": profile} if profile and seen.mode == opaque.mode else {}
    return plain


def _orientation(picture: "Image") -> Any:
    """What Pillow must do to set the picture upright, or None. Damaged EXIF data say nothing."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    try:
        return turns.get(int(picture.getexif().get(_ORIENTATION, 1)))
    except _UNREADABLE:
        return None


def _square_pixels(picture: "Image") -> tuple[int, int]:
    """The size with as many dots down as across: a fax in normal quality has half as many lines."""
    across, down = picture.info.get("dpi") or picture.info.get("resolution") or (1, 1)
    width, height = picture.size
    if picture.format != "TIFF" or not (across and down):
        return width, height
    ratio = float(across) / float(down)
    if FAX_LINES[0] <= ratio <= FAX_LINES[1]:
        return width, round(height * ratio)
    if FAX_LINES[0] <= 1 / ratio <= FAX_LINES[1]:
        return round(width / ratio), height
    return width, height


def _shrunk(picture: "Image", size: tuple[int, int]) -> "Image":
    from PIL.Image import Resampling

    if picture.size == size:
        return picture.copy()
    return picture.resize(size, Resampling.BICUBIC, reducing_gap=2.0)


def _opaque(picture: "Image") -> "Image":
    """In mode L, RGB or CMYK; what is transparent becomes white paper."""
    from PIL import Image

    if picture.mode.startswith(("I", "F")):
        return _eight_bit(picture)
    if picture.has_transparency_data:
        paper = Image.new("RGB", picture.size, "white")
        for top in range(0, picture.height, STRIP):  # a second copy of 48 megapixels would be 200 MB
            strip = picture.crop((0, top, picture.width, min(top + STRIP, picture.height))).convert("RGBA")
            paper.paste(strip, (0, top), strip)
        return paper
    if picture.mode in {"1", "L"}:
        return picture.convert("L")
    return picture if picture.mode in {"RGB", "CMYK"} else picture.convert("RGB")


def _eight_bit(picture: "Image") -> "Image":
    """Scans with 16 or 32 bits a pixel; fractions are taken as 0 to 1."""
    import numpy as np
    from PIL import Image

    deep = np.asarray(picture)
    if picture.mode == "F":
        deep = np.nan_to_num(deep) * (WHITE if float(np.nanmax(deep)) <= 1 else 1)
    elif picture.mode != "I" or int(deep.max()) > WHITE:
        deep = deep >> 8
    return Image.fromarray(np.clip(deep, 0, WHITE).astype(np.uint8))
