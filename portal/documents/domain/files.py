"""Stored files: keep, open, let go. A row and its content come and go together."""

import hashlib
import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.db import transaction

from portal.documents.domain import storage
from portal.documents.enums import StoredFileKind
from portal.documents.models import StoredFile

HASHED_AT_ONCE = 1024 * 1024


def store_file(
    content: BinaryIO | bytes, *, media_type: str, kind: StoredFileKind = StoredFileKind.GENERATED
) -> StoredFile:
    """Encrypt and keep ``content``; the row joins the caller's transaction, the file is kept before that commits.

    Raises StoreUnavailable when the store does not take it; then there is neither row nor file.
    """
    source = io.BytesIO(content) if isinstance(content, bytes) else content
    written = storage.write_file(source)
    try:
        with transaction.atomic():
            return StoredFile.objects.create(
                id=written.file_id,
                kind=kind,
                media_type=media_type,
                size=written.size,
                sha256=written.sha256,
                key=written.key,
            )
    except BaseException:
        storage.delete_file(written.file_id)
        raise


def open_file(stored: StoredFile) -> Iterator[bytes]:
    """The plain content in pieces. Raises ContentUnavailable before the first piece."""
    return storage.read_file(stored)


def discard_file(stored: StoredFile) -> None:
    """Delete a stored file: row and key with the caller's transaction, the content right after it.

    From then on nobody can read it, in backups of the store neither. A content that cannot be deleted at once is an
    orphan, which ``remove_orphans`` takes.
    """
    file_id = stored.pk
    stored.delete()
    transaction.on_commit(lambda: storage.delete_file(file_id), robust=True)


def reader(stored: StoredFile) -> BinaryIO:
    """The plain content as a file to read once from its beginning; nothing of it is written anywhere."""
    return as_file(open_file(stored))


def as_file(pieces: Iterator[bytes]) -> BinaryIO:
    """Pieces of bytes as a file to read once from its beginning."""
    return io.BufferedReader(_Pieces(pieces))


class _Pieces(io.RawIOBase):
    """An iterator of bytes as a file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:
        data = self._rest or next(self._pieces, b"")
        size = min(len(data), len(target))
        target[:size], self._rest = data[:size], data[size:]
        return size


def sha256_of(upload: BinaryIO) -> str:
    """The hash (hex) of what was uploaded, from its beginning; it stands at its beginning again afterwards."""
    digest = hashlib.sha256()
    upload.seek(0)
    while piece := upload.read(HASHED_AT_ONCE):
        digest.update(piece)
    upload.seek(0)
    return digest.hexdigest()
