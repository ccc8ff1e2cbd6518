"""How files lie on disk: encrypted, under a random name, flushed before the database says they are there."""

import contextlib
import datetime
import hashlib
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings
from django.utils import timezone

from portal.crypto.services import decrypt_file, encrypt_file
from portal.documents.models.stored_file import FOLDER, StoredFile

CHUNK = 256 * 1024  # bytes
ORPHAN_AGE = datetime.timedelta(days=1)  # no transaction stays open that long


@dataclass(frozen=True, slots=True)
class Written:
    """What ``write_file`` has put on disk: size in bytes and SHA-256 (hex) of the plain content."""

    file_id: uuid.UUID
    size: int
    sha256: str


class _HashingReader:
    """Counts and hashes what is read through it."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """As the source."""
        data = self._source.read(size)
        self.digest.update(data)
        return data


def write_file(source: BinaryIO) -> Written:
    """Encrypt everything from ``source`` to a new file and wait until it is on disk. Raises OSError.

    A file that is lost with a crash before its row is committed is found by ``remove_orphans``.
    """
    file_id = uuid.uuid4()
    path = StoredFile.path_for(file_id)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    reader = _HashingReader(source)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as target:
            size = encrypt_file(reader, target, context=StoredFile.context_for(file_id))  # type: ignore[arg-type]
            target.flush()
            os.fsync(target.fileno())
        _flush_folder(path.parent)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Written(file_id=file_id, size=size, sha256=reader.digest.hexdigest())


def read_file(stored: StoredFile) -> Iterator[bytes]:
    """The plain content in pieces, each verified. Raises FileNotFoundError, DecryptionFailed."""
    return decrypt_file(stored.path.open("rb"), context=stored.context)


def delete_file(file_id: uuid.UUID) -> None:
    """Remove the encrypted content; nothing happens when it is gone already."""
    StoredFile.path_for(file_id).unlink(missing_ok=True)


def remove_orphans(*, now: datetime.datetime | None = None) -> int:
    """Remove files older than a day that no row knows (left by a transaction that failed); returns how many."""
    limit = ((now or timezone.now()) - ORPHAN_AGE).timestamp()
    removed = 0
    for folder in sorted((settings.PORTAL.data_dir / FOLDER).glob("??")):
        old = {}
        for path in folder.iterdir():
            with contextlib.suppress(ValueError, FileNotFoundError):
                if path.stat().st_mtime < limit:
                    old[uuid.UUID(path.name)] = path
        known = set(StoredFile.objects.filter(id__in=old).values_list("id", flat=True))
        for file_id in old.keys() - known:
            old[file_id].unlink(missing_ok=True)
            removed += 1
    return removed


def _flush_folder(folder: os.PathLike[str]) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
