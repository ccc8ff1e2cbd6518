"""Uploads that are too large for memory wait on the disk as ciphertext: nothing that people send lies there plain."""

import io
import tempfile
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from portal.crypto.services import Sealing, decrypt_file, new_file_key
from portal.documents.domain import limits
from portal.documents.domain.files import as_file

CONTEXT = b"documents.upload"


class SealedUpload(UploadedFile):  # type: ignore[type-arg] # takes none at run time
    """An upload whose bytes are decrypted while they are read, each time from the beginning."""

    def __init__(self, *, sealed: BinaryIO, key: bytes, **facts: Any) -> None:
        """``sealed``: a temporary file without a name that holds the ciphertext."""
        self._sealed = sealed
        self._key = key
        super().__init__(**facts)
        self.seek(0)

    def seek(self, position: int, whence: int = io.SEEK_SET) -> int:
        """To the beginning only; elsewhere raises OSError."""
        if (position, whence) != (0, io.SEEK_SET):
            raise OSError("an upload is read from its beginning")
        self._sealed.seek(0)
        self.file = self._plain = as_file(self._opened())
        return 0

    def read(self, size: int = -1) -> bytes:
        """As a file."""
        return self._plain.read(size)

    def close(self) -> None:
        """The temporary file is gone with it."""
        self._sealed.close()

    def _opened(self) -> Iterator[bytes]:
        return decrypt_file(cast("BinaryIO", _Kept(self._sealed)), key=self._key, context=CONTEXT)


class SealedUploadHandler(FileUploadHandler):
    """Encrypts what arrives under a key of its own. What is longer than a file may be is not kept, only counted."""

    def new_file(self, *args: Any, **fields: Any) -> None:
        """Begin one."""
        super().new_file(*args, **fields)
        self._target = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 -- the upload closes it
        self._key = new_file_key()
        self._sealing = Sealing(self._target, key=self._key, context=CONTEXT)
        self._size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take some of it, for nobody else."""
        if start <= limits.FILE:
            self._sealing.write(raw_data)

    def file_complete(self, file_size: int) -> SealedUpload:
        """All of it."""
        self._sealing.close()
        return SealedUpload(
            sealed=self._target,
            key=self._key,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
        )

    def upload_interrupted(self) -> None:
        """Let go of what there is."""
        if hasattr(self, "_target"):
            self._target.close()


class _Kept(io.RawIOBase):
    """The file, left open when the reader is done."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)
