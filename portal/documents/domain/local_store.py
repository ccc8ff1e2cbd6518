"""Files in a folder of this machine (or one that all machines share)."""

import contextlib
import datetime
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

CHUNK = 256 * 1024  # bytes
FOLDER = "files"


class LocalFiles(FileSystemStorage):
    """``<data_dir>/files``: a file is on the disk, and its name in the folder, before ``save`` returns.

    Only our own user can read anything (0600, 0700). Names are ours and unique: none is ever replaced or changed.
    """

    @property
    def base_location(self) -> Path:
        """Where all files lie."""
        data_dir: Path = settings.PORTAL.data_dir
        return data_dir / FOLDER

    @property
    def location(self) -> str:
        """As above, absolute."""
        return os.path.abspath(self.base_location)  # noqa: PTH100 -- as Django does it: links stay

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002 -- Django's signature
        """The name itself."""
        return name

    def entries(self) -> Iterator[tuple[str, datetime.datetime]]:
        """Yield name and time of the last change of every file, by name."""
        for folder in sorted(self.base_location.glob("*/")):
            for entry in sorted(os.scandir(folder), key=lambda each: each.name):
                with contextlib.suppress(FileNotFoundError):  # deleted meanwhile
                    changed = datetime.datetime.fromtimestamp(entry.stat().st_mtime, tz=datetime.UTC)
                    yield f"{folder.name}/{entry.name}", changed

    def _save(self, name: str, content: "File[bytes]") -> str:
        path = Path(self.path(name))
        _make_folder(path.parent)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as target:
                while chunk := content.read(CHUNK):
                    target.write(chunk)
                target.flush()
                os.fsync(target.fileno())
            _flush(path.parent)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return name


def _make_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _flush(folder.parent)


def _flush(folder: Any) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
