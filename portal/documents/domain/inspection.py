"""What an upload really is. Three witnesses must agree: the first bytes, the ending of the name, and a full parse.

Parsers work in memory limits here; sanitising and conversion come later, in a worker.
"""

import functools
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

import filetype

from portal.documents.domain.names import ending
from portal.documents.enums import MediaType, Remark
from portal.documents.errors import (
    FileUnreadable,
    ImageTooLarge,
    NameDoesNotFit,
    PdfEncrypted,
    PdfStartsPrograms,
    TypeNotAllowed,
)

MAX_BYTES: Final = 25 * 1024 * 1024
MAX_PIXELS: Final = 50_000_000  # the largest phone cameras give 48 megapixels; decoded that is 150 MB
MAX_PDF_OBJECTS: Final = 500_000
HEADER: Final = 8192  # bytes that the content check looks at

ENDINGS: Final[dict[MediaType, frozenset[str]]] = {
    MediaType.PDF: frozenset({".pdf"}),
    MediaType.JPEG: frozenset({".jpg", ".jpeg", ".jpe", ".jfif"}),
    MediaType.PNG: frozenset({".png"}),
    MediaType.HEIC: frozenset({".heic", ".heif"}),
}
_PROGRAM_ACTIONS: Final = frozenset({"/Launch", "/ImportData"})
_SCRIPT_KEYS: Final = frozenset({"/JS", "/JavaScript", "/XFA"})
_FILE_KEYS: Final = frozenset({"/EmbeddedFiles", "/EF", "/RichMediaContent"})


@dataclass(frozen=True, slots=True)
class Inspected:
    """What an accepted upload is. ``remarks`` are for staff who open it and for the later sanitiser."""

    media_type: MediaType
    pages: int
    remarks: tuple[Remark, ...] = ()


def inspect(file: BinaryIO, *, name: str) -> Inspected:
    """Say what ``file`` (seekable, not empty) is. Raises the UploadRefused that fits, for any bytes."""
    file.seek(0)
    media_type = _sniff(file.read(HEADER))
    if ending(name) not in ENDINGS[media_type]:
        raise NameDoesNotFit
    file.seek(0)
    return _PARSERS[media_type](file)


def _sniff(header: bytes) -> MediaType:
    kind = filetype.guess(header)
    try:
        return MediaType(kind.mime if kind else "")
    except ValueError:
        raise TypeNotAllowed from None


def _parse_pdf(file: BinaryIO) -> Inspected:
    import pikepdf

    try:
        with pikepdf.open(file, suppress_warnings=True) as pdf:
            pages = len(pdf.pages)
            remarks = _remarks(pdf, pikepdf)
    except pikepdf.PasswordError:
        raise PdfEncrypted from None
    except (pikepdf.PdfError, pikepdf.DependencyError, RuntimeError, ValueError, TypeError, RecursionError, KeyError):
        raise FileUnreadable from None
    if pages == 0:
        raise FileUnreadable
    return Inspected(MediaType.PDF, pages, remarks)


def _remarks(pdf: Any, pikepdf: Any) -> tuple[Remark, ...]:
    """Scripts and attached files are noted, not refused: the agency's own forms and electronic bills hold them."""
    found = set()
    for key, value in _entries(pdf, pikepdf):
        if key == "/S" and isinstance(value, pikepdf.Name) and str(value) in _PROGRAM_ACTIONS:
            raise PdfStartsPrograms
        if key in _SCRIPT_KEYS:
            found.add(Remark.SCRIPT)
        if key in _FILE_KEYS:
            found.add(Remark.ATTACHMENT)
    return tuple(sorted(found))


def _entries(pdf: Any, pikepdf: Any) -> Iterator[tuple[str, Any]]:
    """Every key and value of every dictionary in the file, each object once."""
    seen = 0
    for root in pdf.objects:
        waiting = [root]
        while waiting:
            node = waiting.pop()
            seen += 1
            if seen > MAX_PDF_OBJECTS:
                raise FileUnreadable
            if isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
                pairs = list(node.items())
            elif isinstance(node, pikepdf.Array):
                pairs = [("", value) for value in node]
            else:
                continue
            yield from pairs
            waiting.extend(value for _key, value in pairs if _is_direct_container(value, pikepdf))


def _is_direct_container(value: Any, pikepdf: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect


def _parse_image(file: BinaryIO, *, media_type: MediaType) -> Inspected:
    """One page; decoded once (JPEG at an eighth of its size): a cut-off file is noticed while the person is there."""
    from PIL import ImageFile

    image_module = _pillow()
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint switches it on for its whole process
    try:
        with image_module.open(file, formats=[media_type.name]) as image:
            if image.width * image.height > MAX_PIXELS:
                raise ImageTooLarge
            image.draft("RGB", (image.width // 8, image.height // 8))
            image.load()
    except (image_module.DecompressionBombError, image_module.DecompressionBombWarning):
        raise ImageTooLarge from None
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, ArithmeticError, LookupError, TypeError):
        raise FileUnreadable from None
    return Inspected(media_type, 1)


def _parse_heic(file: BinaryIO) -> Inspected:
    import pillow_heif

    try:
        heif = pillow_heif.open_heif(file, convert_hdr_to_8bit=True)
        width, height = heif.size
        if width * height > MAX_PIXELS:
            raise ImageTooLarge
        _decoded = heif.data
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, RuntimeError, LookupError, TypeError):
        raise FileUnreadable from None
    return Inspected(MediaType.HEIC, 1)


@functools.cache
def _pillow() -> Any:
    """Pillow's Image module; from the first use on a decompression bomb is an error in the whole process."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
    return Image


_PARSERS: Final[dict[MediaType, Callable[[BinaryIO], Inspected]]] = {
    MediaType.PDF: _parse_pdf,
    MediaType.JPEG: functools.partial(_parse_image, media_type=MediaType.JPEG),
    MediaType.PNG: functools.partial(_parse_image, media_type=MediaType.PNG),
    MediaType.HEIC: _parse_heic,
}
