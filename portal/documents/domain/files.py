"""Stored files: keep, open, let go. A row and its content come and go together."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from django.conf import settings
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


@contextmanager
def plain_file(stored: StoredFile) -> Iterator[BinaryIO]:
    """The plain content as a file that can be sought in, for as long as it is needed.

    It has no name, so it is gone with the process, and lies in memory where there is some. Raises as `open_file`.
    """
    with tempfile.TemporaryFile(dir=settings.PORTAL.memory_dir) as plain:
        for piece in open_file(stored):
            plain.write(piece)
        plain.seek(0)
        yield plain
