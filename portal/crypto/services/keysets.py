"""Care of the keysets: make them, add a new key, move the rows to it."""

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models, transaction

from portal.crypto.enums import KeysetName
from portal.crypto.errors import KeysetExists
from portal.crypto.models.fields import EncryptedField
from portal.crypto.models.keysets import keyset_path, new_handle, read_handle, render_handle

BATCH = 200  # rows locked at once while they move to a new key


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
    from tink import json_proto_keyset_format, secret_key_access  # noqa: PLC0415 -- slow import

    path = keyset_path(name)
    token = secret_key_access.TOKEN
    entries = json.loads(json_proto_keyset_format.serialize(read_handle(name, path), token))
    known = {entry["keyId"] for entry in entries["key"]}
    while (fresh := json.loads(json_proto_keyset_format.serialize(new_handle(name), token)))["primaryKeyId"] in known:
        pass  # two random 32-bit numbers were equal
    entries["key"] += fresh["key"]
    entries["primaryKeyId"] = fresh["primaryKeyId"]
    merged = json_proto_keyset_format.parse(json.dumps(entries), token)
    _temporary(path, render_handle(name, merged)).replace(path)
    return int(fresh["primaryKeyId"])


def reencrypt_rows(candidates: Iterable[type[models.Model]] | None = None) -> dict[str, int]:
    """Seal every encrypted field of every row with the newest key; returns the number of rows per model.

    ``candidates``: these models instead of all. Locks a batch of rows at a time. Raises DecryptionFailed at the first
    value that does not open.
    """
    counts = {}
    for model in candidates if candidates is not None else apps.get_models():
        fields = [field for field in model._meta.local_concrete_fields if isinstance(field, EncryptedField)]
        if fields and not model._meta.proxy:
            counts[model._meta.label] = _reencrypt(model, fields)
    return counts


def _reencrypt(model: type[models.Model], fields: list[EncryptedField[Any, Any]]) -> int:
    rows = model._base_manager.order_by("pk")
    last: Any = None
    count = 0
    while True:
        with transaction.atomic():
            rest = rows if last is None else rows.filter(pk__gt=last)
            batch = list(rest.select_for_update()[:BATCH])
            for row in batch:
                values = {field.name: field.pre_save(row, add=False) for field in fields}
                model._base_manager.filter(pk=row.pk).update(**values)
        if not batch:
            return count
        last = batch[-1].pk
        count += len(batch)


def _write_new(path: Path, text: str) -> bool:
    temporary = _temporary(path, text)
    try:
        os.link(temporary, path)  # unlike a rename it never replaces a file that another process has just made
    except FileExistsError:
        return False
    else:
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
