"""A ZIP made piece by piece: neither memory nor disk ever holds it whole and in clear.

Files come first, one after the other; one that cannot be opened any more stops none of the rest: what is written last
(a page, a manifest) is told which these are.
"""

import hashlib
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from msgspec import Struct, field

from portal.audit.models.personal_data import ExportFile
from portal.documents.errors import ContentUnavailable
from portal.ui.formats import BERLIN

FORBIDDEN = set('<>:"|?*\\')  # on some systems no part of a file's name
CHUNK = 256 * 1024  # bytes
LONGEST = 150  # characters of a name; with its folders it has to fit everywhere


class Packed(Struct, frozen=True):
    """What is in the ZIP so far: SHA-256 (hex) by path, in order; ``unreadable`` are the paths of what is not."""

    sha256: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)


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
    files: Iterable[ExportFile],
    *,
    at: datetime,
    finish: Callable[[Packed], Iterable[tuple[str, bytes]]],
    place: Callable[[str], str],
) -> Iterator[bytes]:
    """Yield the ZIP of ``files``, each at ``place(path)``, then of what ``finish`` gives: names and contents.

    ``finish`` is asked when all files are in and knows what became of them. ``at`` is the time all entries carry.
    """
    outlet, packed = _Outlet(), Packed()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload] # writes, no more
        for file in files:
            try:
                content = b"".join(file.pieces())  # at most what may be uploaded; never a part of a file
            except ContentUnavailable:
                packed.unreadable.append(file.path)
                continue
            packed.sha256[file.path] = hashlib.sha256(content).hexdigest()
            with archive.open(_entry(place(file.path), at, zipfile.ZIP_STORED), "w") as target:  # PDF, photos are dense
                for piece in _slices(content):
                    target.write(piece)
                    yield outlet.drain()
        for name, content in finish(packed):
            archive.writestr(_entry(name, at, zipfile.ZIP_DEFLATED), content)
            yield outlet.drain()
    yield outlet.drain()


def _slices(content: bytes) -> Iterator[memoryview]:
    """The content bit by bit: it is held once, not three times."""
    whole = memoryview(content)
    for start in range(0, len(content), CHUNK):
        yield whole[start : start + CHUNK]


def safe_path(path: str) -> str:
    """A path below the ZIP's root without signs that some system refuses, and never above it."""
    parts = [_safe(part) for part in path.split("/")]
    return "/".join(part for part in parts if part)


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
