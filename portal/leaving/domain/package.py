"""The ZIP of a copy, made piece by piece: neither memory nor disk ever holds it whole and in clear.

Files come first; one that cannot be read any more is named on the page instead of stopping the rest.
"""

import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from portal.audit.models.personal_data import ExportFile
from portal.documents.errors import ContentUnavailable
from portal.ui.formats import BERLIN

FOLDER = "dateien"
PAGE = "index.html"
DATA = "daten.json"
FORBIDDEN = set('<>:"|?*\\')  # on some systems no part of a file's name
LONGEST = 150  # characters of a name; with its folders it has to fit everywhere


class ZipReader:
    """The ZIP as something to read from, as ``store_file`` wants it."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes, often fewer; none at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = memoryview(piece)
        taken, self._rest = self._rest[:size], self._rest[size:]
        return bytes(taken)


class _Outlet:
    """Takes what zipfile writes and gives it away; without ``seek``, so zipfile writes sizes behind the contents."""

    def __init__(self) -> None:
        self._written = bytearray()

    def write(self, data: bytes) -> int:
        self._written += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def drain(self) -> bytes:
        taken = bytes(self._written)
        self._written.clear()
        return taken


def zip_pieces(
    files: Iterable[ExportFile], *, at: datetime, finish: Callable[[Sequence[str]], tuple[str, str]]
) -> Iterator[bytes]:
    """Yield the ZIP of ``files``, then of page and data, which ``finish`` writes when it knows what was unreadable.

    ``finish`` takes the paths of unreadable files and returns (HTML, JSON). ``at`` is the time all entries carry.
    """
    outlet, unreadable = _Outlet(), []
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload] # writes, no more
        for file in files:
            try:
                content = b"".join(file.pieces())  # at most what may be uploaded
            except ContentUnavailable:
                unreadable.append(file.path)
                continue
            archive.writestr(_entry(zip_path(file.path), at, zipfile.ZIP_STORED), content)  # PDF and photos are dense
            yield outlet.drain()
        for name, text in zip((PAGE, DATA), finish(unreadable), strict=True):
            archive.writestr(_entry(name, at, zipfile.ZIP_DEFLATED), text.encode())
            yield outlet.drain()
    yield outlet.drain()


def zip_path(path: str) -> str:
    """Where a file lies in the ZIP: below ``dateien``, without signs that some system refuses, never above it."""
    parts = [_safe(part) for part in path.split("/")]
    return "/".join((FOLDER, *(part for part in parts if part)))


def _safe(part: str) -> str:
    signs = ("_" if sign in FORBIDDEN or unicodedata.category(sign)[0] == "C" else sign for sign in part)
    name = "".join(signs).strip(". ")
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    return stem[: LONGEST - 10] + dot + ending[:9] if dot else name[:LONGEST]


def _entry(name: str, at: datetime, compression: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, at.astimezone(BERLIN).timetuple()[:6])
    info.compress_type = compression
    info.external_attr = 0o600 << 16
    return info
