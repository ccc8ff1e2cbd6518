"""The ZIP of a copy: its files, the page and the data. How it is made: ``portal.documents.domain.zipping``."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from portal.audit.models.personal_data import ExportFile
from portal.documents.domain.zipping import LONGEST, Packed, ZipReader, safe_path
from portal.documents.domain.zipping import zip_pieces as pieces_of

__all__ = ["DATA", "FOLDER", "LONGEST", "PAGE", "ZipReader", "zip_path", "zip_pieces"]

FOLDER = "dateien"
PAGE = "index.html"
DATA = "daten.json"


def zip_pieces(
    files: Iterable[ExportFile], *, at: datetime, finish: Callable[[Sequence[str]], tuple[str, str]]
) -> Iterator[bytes]:
    """Yield the ZIP of ``files``, then of page and data, which ``finish`` writes when it knows what was unreadable.

    ``finish`` takes the paths of unreadable files and returns (HTML, JSON). ``at`` is the time all entries carry.
    """

    def last(packed: Packed) -> Iterable[tuple[str, bytes]]:
        page, data = finish(packed.unreadable)
        return ((PAGE, page.encode()), (DATA, data.encode()))

    return pieces_of(files, at=at, finish=last, place=zip_path)


def zip_path(path: str) -> str:
    """Where a file lies in the ZIP: below ``dateien``, without signs that some system refuses, never above it."""
    return f"{FOLDER}/{safe_path(path)}"
