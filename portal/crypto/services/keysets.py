"""Care of the keysets: make them, add a new key, write them so that a power cut takes none back."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from portal.crypto.enums import KeysetName
from portal.crypto.errors import KeysetExists
from portal.crypto.models.keysets import keyset_path, new_handle, read_handle, render_handle


def create_missing_keysets() -> list[KeysetName]:
    """Make every keyset that has no file yet and return their names; safe when several processes do it at once."""
    made = []
    for name in KeysetName:
        path = keyset_path(name)
        if not path.exists() and _write_new(path, render_handle(name, new_handle(name))):
            made.append(name)
    return made


def create_keysets() -> list[KeysetName]:
    """Make all keysets. Raises KeysetExists, and changes nothing, when there is one already."""
    present = [name for name in KeysetName if keyset_path(name).exists()]
    if present:
        raise KeysetExists(", ".join(present))
    return create_missing_keysets()


def rotate_keyset(name: KeysetName) -> int:
    """Add a new key that every process encrypts with from now on; older keys stay for reading. Returns its id.

    For the index: fill the index columns anew, meanwhile search with ``blind_index_candidates``. Raises KeysetMissing.
    """
    entries = _entries(read_handle(name, keyset_path(name)))
    known = {entry["keyId"] for entry in entries["key"]}
    while (fresh := _entries(new_handle(name)))["primaryKeyId"] in known:
        pass  # two random 32-bit numbers were equal
    _replace(name, {"primaryKeyId": fresh["primaryKeyId"], "key": [*entries["key"], *fresh["key"]]})
    return int(fresh["primaryKeyId"])


def keep_newest_key(name: KeysetName) -> list[int]:
    """Remove all keys but the newest and return their ids; whether they are still used is for the caller to know."""
    entries = _entries(read_handle(name, keyset_path(name)))
    newest = [entry for entry in entries["key"] if entry["keyId"] == entries["primaryKeyId"]]
    older = [int(entry["keyId"]) for entry in entries["key"] if entry not in newest]
    if older:
        _replace(name, {**entries, "key": newest})
    return older


def _entries(handle: Any) -> dict[str, Any]:
    from tink import json_proto_keyset_format, secret_key_access  # noqa: PLC0415 -- slow import

    entries: dict[str, Any] = json.loads(json_proto_keyset_format.serialize(handle, secret_key_access.TOKEN))
    return entries


def _replace(name: KeysetName, entries: dict[str, Any]) -> None:
    from tink import json_proto_keyset_format, secret_key_access  # noqa: PLC0415 -- slow import

    path = keyset_path(name)
    handle = json_proto_keyset_format.parse(json.dumps(entries), secret_key_access.TOKEN)
    _temporary(path, render_handle(name, handle)).replace(path)
    _flush_folder(path.parent)


def _write_new(path: Path, text: str) -> bool:
    temporary = _temporary(path, text)
    try:
        os.link(temporary, path)  # unlike a rename it never replaces a file that another process has just made
    except FileExistsError:
        return False
    else:
        _flush_folder(path.parent)
        return True
    finally:
        temporary.unlink()


def _temporary(path: Path, text: str) -> Path:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def _flush_folder(folder: Path) -> None:
    """Else a power cut could bring the old file back, when data lies under the new key already."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
