"""Whether rows and store agree, and every file opens. One folder of the store at a time, so memory stays small."""

import datetime
import hashlib
import uuid
from collections.abc import Container, Iterator

from django.db.models import QuerySet
from msgspec import Struct

from portal.documents.domain.storage import file_store, folders_in_store, known_names, orphans_among, read_file
from portal.documents.enums import FileFault
from portal.documents.errors import ContentUnavailable
from portal.documents.models import StoredFile

FOLDERS = tuple(f"{number:02x}" for number in range(256))  # of the store, by the first two digits of the id
END: tuple[str, dict[str, datetime.datetime]] = ("g", {})  # comes after every folder


class Finding(Struct, frozen=True):
    """What is wrong with one file. ``name`` is that in the store; it holds the id and nothing else."""

    fault: FileFault
    name: str

    @property
    def file_id(self) -> str:
        """The id, as the row has it."""
        return self.name.rpartition("/")[2].removesuffix(StoredFile.OWN_KEY)


def check_files(*, fast: bool) -> Iterator[tuple[int, list[Finding]]]:
    """Yield after each file, and each folder of the store, how many rows were looked at and what was found.

    ``fast``: only whether the content is there. Else everything is decrypted and compared with the row. Raises
    StoreUnavailable, an OSError, when the store does not answer.
    """
    listed = folders_in_store()
    folder, found = next(listed, END)
    for wanted in FOLDERS:
        while folder < wanted:
            folder, found = next(listed, END)
        present = found if folder == wanted else {}
        for stored in _rows_in(wanted):
            fault = _fault_of(stored, present, fast=fast)
            yield 1, [fault] if fault else []
        yield 0, [Finding(FileFault.ORPHAN, name) for name in orphans_among(present)]


def delete_orphan(finding: Finding) -> None:
    """Remove a content without a row, unless a row has come meanwhile. Raises OSError."""
    if finding.name not in known_names({uuid.UUID(finding.file_id)}):
        file_store().delete(finding.name)


def _rows_in(folder: str) -> QuerySet[StoredFile]:
    first = int(folder, 16) << 120
    last = first | ((1 << 120) - 1)
    return StoredFile.objects.filter(id__range=(uuid.UUID(int=first), uuid.UUID(int=last))).order_by("id")


def _fault_of(stored: StoredFile, present: Container[str], *, fast: bool) -> Finding | None:
    name = stored.name
    if name not in present and not _is_there_after_all(stored):
        return Finding(FileFault.MISSING, name)
    return None if fast or _opens(stored) else Finding(FileFault.UNREADABLE, name)


def _is_there_after_all(stored: StoredFile) -> bool:
    """Rows are read before the store is: a file may have gone with its row, or got its own key, in between."""
    now = StoredFile.objects.filter(pk=stored.pk).first()
    return now is None or file_store().exists(now.name)


def _opens(stored: StoredFile) -> bool:
    digest, size = hashlib.sha256(), 0
    try:
        for piece in read_file(stored):
            digest.update(piece)
            size += len(piece)
    except ContentUnavailable:
        return not StoredFile.objects.filter(pk=stored.pk).exists()
    return (size, digest.hexdigest()) == (stored.size, stored.sha256)
