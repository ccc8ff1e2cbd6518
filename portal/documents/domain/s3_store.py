"""Files in an S3-compatible object store. They are encrypted before they get here: the store needs no keys."""

# mypy: allow-subclassing-any
# (django-storages and boto3 ship no types)

import contextlib
import datetime
import errno
import io
from collections.abc import Iterator
from typing import IO, Any, cast

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

from portal.documents.errors import StoreUnavailable

FOLDER = "files"
PART = 5 * 1024 * 1024  # bytes; the least that S3 takes as a part, so the most that lies in memory for one upload
CONNECT_TIMEOUT, READ_TIMEOUT = 5, 30  # seconds
NOT_THERE = frozenset({"404", "NoSuchKey"})


class S3Files(S3Storage):
    """Objects ``files/<two hex digits>/<name>`` of one bucket. Nothing of a file lies in memory but one part.

    Raises FileNotFoundError for what is not there and StoreUnavailable for all else that goes wrong.
    """

    def __init__(self, **options: Any) -> None:
        """``bucket_name``, ``endpoint_url``, ``region_name``, ``access_key``, ``secret_key``, ``verify`` (a file)."""
        config = Config(
            signature_version="s3v4",
            s3={"addressing_style": "path"},  # stores of one's own have no name for each bucket
            connect_timeout=CONNECT_TIMEOUT,
            read_timeout=READ_TIMEOUT,
            retries={"max_attempts": 3, "mode": "standard"},
            # Each segment proves itself when it is read; many stores do not know the newer checksums.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        transfer = TransferConfig(multipart_threshold=PART, multipart_chunksize=PART, use_threads=False)
        super().__init__(
            location=FOLDER,
            file_overwrite=True,  # names are unique; asking first whether there is one would cost a request
            object_parameters={"ContentType": "application/octet-stream"},
            client_config=config,
            transfer_config=transfer,
            **options,
        )

    def entries(self) -> Iterator[tuple[str, datetime.datetime]]:
        """Yield name and time of writing of every file, by name."""
        with _translated():
            for each in self.bucket.objects.filter(Prefix=f"{FOLDER}/"):
                yield each.key.removeprefix(f"{FOLDER}/"), each.last_modified

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        with _translated():
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        """Remove a file; nothing happens when it is gone already."""
        with _translated():
            super().delete(name)

    def _open(self, name: str, mode: str = "rb") -> "File[bytes]":  # noqa: ARG002 -- Django's signature; we only read
        with _translated():
            body = self.bucket.Object(self._normalize_name(name)).get()["Body"]
        return File(cast("IO[bytes]", _Body(body)), name)

    def _save(self, name: str, content: "File[bytes]") -> str:
        with _translated():
            return str(super()._save(name, content))


class _Body(io.RawIOBase):
    """What the store sends, read as it arrives."""

    def __init__(self, body: Any) -> None:
        super().__init__()
        self._body = body

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        with _translated():
            return bytes(self._body.read(None if size < 0 else size))

    def close(self) -> None:
        self._body.close()
        super().close()


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    """Errors of the store as ours. Theirs name addresses and may quote answers: not for logs."""
    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        if code in NOT_THERE:
            raise FileNotFoundError(errno.ENOENT, "no such object") from None
        raise StoreUnavailable(code) from None
    except (BotoCoreError, Boto3Error, HTTPClientError) as error:
        raise StoreUnavailable(type(error).__name__) from None
