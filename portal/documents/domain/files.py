"""Stored files: keep, open, let go. A row and its content come and go together."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.db import transaction

from portal.documents.domain import storage
from portal.documents.enums import StoredFileKind
from portal.documents.models import StoredFile


def store_file(
    content: BinaryIO | bytes, *, media_type: str, kind: StoredFileKind = StoredFileKind.GENERATED
) -> StoredFile:
    """Encrypt and keep ``content``; the row joins the caller's transaction, the file is on disk before that commits.

    Raises OSError when the disk does not take it; then there is neither row nor file.
    """
    source = io.BytesIO(content) if isinstance(content, bytes) else content
    written = storage.write_file(source)
    try:
        with transaction.atomic():
            return StoredFile.objects.create(
                id=written.file_id, kind=kind, media_type=media_type, size=written.size, sha256=written.sha256
            )
    except BaseException:
        storage.delete_file(written.file_id)
        raise


def open_file(stored: StoredFile) -> Iterator[bytes]:
    """The plain content in pieces. Raises FileNotFoundError or DecryptionFailed before the first piece."""
    return storage.read_file(stored)


def discard_file(stored: StoredFile) -> None:
    """Delete a stored file; its content goes from the disk when the caller's transaction commits."""
    file_id = stored.pk
    stored.delete()
    transaction.on_commit(lambda: storage.delete_file(file_id))


def reader(stored: StoredFile) -> BinaryIO:
    """The plain content as a file to read once from its beginning; nothing of it is written anywhere."""
    return io.BufferedReader(_Pieces(open_file(stored)))


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
