"""How files are kept: encrypted, each with a key of its own, under a random name, there before the database says so.

Where they are kept is the business of ``STORAGES["files"]`` (``local_store``, ``s3_store``); plain it never gets there.
"""

import datetime
import hashlib
import itertools
import logging
import uuid
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, cast

from django.core.files.base import File
from django.core.files.storage import storages
from django.db import transaction
from django.utils import timezone

from portal.crypto.errors import DecryptionFailed
from portal.crypto.services import decrypt_file, encrypted, new_file_key
from portal.discreet import Discreet
from portal.documents.errors import ContentUnavailable, StoreUnavailable
from portal.documents.models.stored_file import StoredFile

log = logging.getLogger(__name__)

CHUNK = 256 * 1024  # bytes
ORPHAN_AGE = datetime.timedelta(days=1)  # no transaction stays open that long


class Written(Discreet, frozen=True):
    """What ``write_file`` has stored: size in bytes and SHA-256 (hex) of the plain content, and the file's key."""

    file_id: uuid.UUID
    size: int
    sha256: str
    key: bytes


class _HashingReader:
    """Counts and hashes what is read through it; remembers when that was not possible."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self.digest = hashlib.sha256()
        self.size = 0
        self.failed = False

    def read(self, size: int = -1) -> bytes:
        """As the source."""
        try:
            data = self._source.read(size)
        except BaseException:
            self.failed = True
            raise
        self.digest.update(data)
        self.size += len(data)
        return data


def file_store() -> Any:
    """The storage in use: Django's API, and ``entries(folder)``."""
    return storages["files"]


def write_file(source: BinaryIO) -> Written:
    """Encrypt everything from ``source`` into the store, in one pass and without holding it in memory.

    Raises StoreUnavailable, an OSError, when the store does not take it; errors of reading ``source`` go up as they
    are. A file whose row is never committed is found by ``remove_orphans``; nobody has its key.
    """
    file_id, key = uuid.uuid4(), new_file_key()
    reader = _write(StoredFile.name_for(file_id), source, key=key, context=StoredFile.context_for(file_id))
    return Written(file_id=file_id, size=reader.size, sha256=reader.digest.hexdigest(), key=key)


def read_file(stored: StoredFile) -> Iterator[bytes]:
    """The plain content in pieces, each verified.

    Raises ContentUnavailable: at once when the file is away or does not begin as it should; while iterating when a
    later piece was changed or is missing. The log names the file and nothing else.
    """
    try:
        pieces = _open(stored)
    except (DecryptionFailed, OSError) as error:
        raise _unavailable(stored.pk, error) from None
    return _reported(stored.pk, pieces)


def delete_file(file_id: uuid.UUID) -> None:
    """Remove the encrypted content; nothing happens when it is gone already. Raises OSError."""
    for own_key in (True, False):
        file_store().delete(StoredFile.name_for(file_id, own_key=own_key))


def give_own_key(file_id: uuid.UUID) -> bool:
    """Encrypt a file from before each had a key once more, with its own; False when there was nothing to do.

    The row is locked meanwhile. Whoever has just begun to read the old content reads it to the end or asks again.
    Raises ContentUnavailable when it does not open or is not what the row says: then nothing changes.
    """
    with transaction.atomic():
        rows = StoredFile.objects.select_for_update(no_key=True).filter(pk=file_id, key__isnull=True)
        stored = rows.first()
        if stored is None:
            return False
        name, old_name, key = StoredFile.name_for(file_id), stored.name, new_file_key()
        file_store().delete(name)  # left by one that was killed
        reader = _write(name, cast("BinaryIO", _Joined(read_file(stored))), key=key, context=stored.context)
        if reader.digest.hexdigest() != stored.sha256:
            file_store().delete(name)
            raise _unavailable(file_id, DecryptionFailed("other content"))
        stored.key = key
        stored.save(update_fields=["key"])
        transaction.on_commit(lambda: file_store().delete(old_name), robust=True)
    return True


def remove_orphans(*, now: datetime.datetime | None = None) -> int:
    """Remove files older than a day that no row knows (left by a transaction that failed); returns how many."""
    removed = 0
    for _folder, found in folders_in_store():
        for name in orphans_among(found, now=now):
            file_store().delete(name)
            removed += 1
    return removed


def folders_in_store() -> Iterator[tuple[str, dict[str, datetime.datetime]]]:
    """Yield each folder with the names in it and when they were written, by name: never more than one in memory."""
    for folder, entries in itertools.groupby(file_store().entries(), key=lambda entry: entry[0].partition("/")[0]):
        yield folder, dict(entries)


def orphans_among(found: Mapping[str, datetime.datetime], *, now: datetime.datetime | None = None) -> list[str]:
    """Return those of the names that are older than a day and that no row knows; what is no file of ours is none."""
    limit = (now or timezone.now()) - ORPHAN_AGE
    old = {name: file_id for name, changed in found.items() if changed < limit and (file_id := _id_in(name))}
    return sorted(old.keys() - known_names(set(old.values())))


def known_names(file_ids: set[uuid.UUID]) -> set[str]:
    """Return the names under which the rows with these ids keep their content. One query; no key is opened."""
    rows = StoredFile.objects.filter(id__in=file_ids).order_by().values_list("id", "key")
    return {StoredFile.name_for(file_id, own_key=key is not None) for file_id, key in rows}


def _write(name: str, source: BinaryIO, *, key: bytes, context: bytes) -> _HashingReader:
    reader = _HashingReader(source)
    content = encrypted(cast("BinaryIO", reader), key=key, context=context)
    try:
        file_store().save(name, File(content))
    except OSError as error:
        if reader.failed:
            raise
        reason = str(error) if isinstance(error, StoreUnavailable) else type(error).__name__  # others name a path
        log.error("stored file %s was not taken: %s", _id_in(name), reason)  # noqa: TRY400 -- as above
        raise StoreUnavailable(reason) from None
    return reader


def _open(stored: StoredFile) -> Iterator[bytes]:
    try:
        content = file_store().open(stored.name)
    except FileNotFoundError:
        if stored.key is not None:
            raise
        stored.refresh_from_db(fields=["key"])  # it may have got its own key this moment
        content = file_store().open(stored.name)
    return decrypt_file(content, key=stored.key, context=stored.context)


def _reported(file_id: uuid.UUID, pieces: Iterator[bytes]) -> Iterator[bytes]:
    try:
        yield from pieces
    except (DecryptionFailed, OSError) as error:
        raise _unavailable(file_id, error) from None


def _unavailable(file_id: uuid.UUID, error: Exception) -> ContentUnavailable:
    """Say it in the log, loudly and without anything but the id."""
    reason = {DecryptionFailed: "does not open", FileNotFoundError: "is missing"}.get(type(error), "cannot be read")
    log.error("stored file %s %s", file_id, reason)
    return ContentUnavailable(reason)


def _id_in(name: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(name.rpartition("/")[2].removesuffix(StoredFile.OWN_KEY))
    except ValueError:
        return None


class _Joined:
    """Pieces as something to read from."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def read(self, _size: int = -1) -> bytes:
        """The next piece, whatever its size; empty at the end."""
        return next(self._pieces, b"")
