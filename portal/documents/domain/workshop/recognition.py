"""Reading the text of a picture with tesseract, in this process: behind the walls no program can be started.

The library comes with Debian's package tesseract-ocr; its C interface is stable since version 4 (capi.h).
"""

import contextlib
import ctypes
from collections.abc import Iterator
from ctypes import POINTER, byref, c_char_p, c_float, c_int, c_void_p
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL import Image

WIDTH: Final = 2480  # pixels: A4 at 300 dots an inch, what tesseract is trained for
MAX_TEXT: Final = 100_000  # characters of a page
SURE: Final = 5.0  # upright text of four lines and more is told with 5 to 12, a guess with less than 2 (measured)
_DOTS: Final = 300
_NAMES: Final = ("libtesseract.so.5", "libtesseract.so.4")  # find_library would start a program
_ORIENTATION_ONLY, _WHOLE_PAGE = 0, 3
_FULL_TURN: Final = 360


class ReaderMissing(Exception):
    """There is no tesseract here, or not in these languages."""


def read(picture: "Image.Image", languages: str) -> tuple[str, int]:
    """The text of ``picture``, and by how many degrees clockwise it has to be turned to be upright (0: as it is).

    ``languages`` as tesseract writes them: ``deu+eng``. Raises ReaderMissing.
    """
    library = _library()
    grey = picture.convert("L")
    turn = _turn_of(library, grey)
    if turn:
        grey = grey.rotate(-turn, expand=True)
    with _reader(library, languages) as reader:
        _show(library, reader, grey, _WHOLE_PAGE)
        found = library.TessBaseAPIGetUTF8Text(reader)
        if not found:
            return "", turn
        try:
            text = ctypes.string_at(found).decode("utf-8", "replace")
        finally:
            library.TessDeleteText(found)
    return text.replace("\x00", "").strip()[:MAX_TEXT], turn


def _turn_of(library: Any, grey: "Image.Image") -> int:
    degrees, sure, script, script_sure = c_int(), c_float(), c_char_p(), c_float()
    with _reader(library, "osd") as reader:
        _show(library, reader, grey, _ORIENTATION_ONLY)
        found = library.TessBaseAPIDetectOrientationScript(
            reader, byref(degrees), byref(sure), byref(script), byref(script_sure)
        )
    if not found or sure.value < SURE:
        return 0
    return (_FULL_TURN - degrees.value) % _FULL_TURN


@contextlib.contextmanager
def _reader(library: Any, languages: str) -> Iterator[Any]:
    reader = library.TessBaseAPICreate()
    try:
        if library.TessBaseAPIInit3(reader, None, languages.encode()) != 0:
            raise ReaderMissing(languages)
        yield reader
    finally:
        library.TessBaseAPIEnd(reader)
        library.TessBaseAPIDelete(reader)


def _show(library: Any, reader: Any, grey: "Image.Image", mode: int) -> None:
    library.TessBaseAPISetPageSegMode(reader, mode)
    library.TessBaseAPISetImage(reader, grey.tobytes(), grey.width, grey.height, 1, grey.width)
    library.TessBaseAPISetSourceResolution(reader, _DOTS)


def _library() -> Any:
    for name in _NAMES:
        with contextlib.suppress(OSError):
            return _declared(ctypes.CDLL(name))
    raise ReaderMissing(_NAMES[0])


def _declared(library: Any) -> Any:
    library.TessBaseAPICreate.restype = c_void_p
    library.TessBaseAPIInit3.argtypes = [c_void_p, c_char_p, c_char_p]
    library.TessBaseAPISetPageSegMode.argtypes = [c_void_p, c_int]
    library.TessBaseAPISetImage.argtypes = [c_void_p, c_char_p, c_int, c_int, c_int, c_int]
    library.TessBaseAPISetSourceResolution.argtypes = [c_void_p, c_int]
    library.TessBaseAPIGetUTF8Text.argtypes = [c_void_p]
    library.TessBaseAPIGetUTF8Text.restype = c_void_p
    library.TessDeleteText.argtypes = [c_void_p]
    library.TessBaseAPIDetectOrientationScript.argtypes = [
        c_void_p, POINTER(c_int), POINTER(c_float), POINTER(c_char_p), POINTER(c_float)
    ]  # fmt: skip
    library.TessBaseAPIEnd.argtypes = [c_void_p]
    library.TessBaseAPIDelete.argtypes = [c_void_p]
    return library
