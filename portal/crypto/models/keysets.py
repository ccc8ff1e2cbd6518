"""Keysets in files, kept in memory and read again when a rotation has changed the file.

A keyset file is Tink's JSON. Without a master key it holds the keys in the clear and its protection is the file system
(mode 0600, a folder outside every backup of the database). With ``PORTAL_MASTER_KEY`` (32 random bytes in base64) it is
wrapped by AES-256-GCM under that key; this protects copies of the folder, not a machine whose environment can be read.
"""

import base64
import binascii
import datetime
import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from portal.crypto.enums import KeysetName
from portal.crypto.errors import DecryptionFailed, KeysetMissing

# Tink is imported on first use: 12 MB and 0.1 s that migrations, beat and the relay never need.

Result = TypeVar("Result")
MASTER_KEY_BYTES = 32
PREFIX_BYTES = 5  # of a value sealed by Tink: a version and the id of the key


class Keyset:
    """One keyset file and what Tink makes of it."""

    def __init__(self, name: KeysetName, path: Path) -> None:
        self.name = name
        self.path = path
        self._version: tuple[int, int, int] | None = None
        self._primitive: Any = None

    @property
    def primitive(self) -> Any:
        """Tink's object for this use: ``Aead``, ``StreamingAead``, ``PrfSet`` or ``Mac``.

        Looks at the file each time (1 µs) and reads it when it is new, so a rotation holds at once in every process: a
        value under the new key can only be met after the file was replaced. Raises KeysetMissing.
        """
        version = _version(self.path)
        if version != self._version:
            self._primitive = read_handle(self.name, self.path).primitive(_primitive_class(self.name))
            self._version = version
        return self._primitive

    def attempt(self, work: Callable[[Any], Result]) -> Result:
        """``work`` with the primitive. Raises DecryptionFailed, never with a cause: Tink's texts are not for logs."""
        import tink  # noqa: PLC0415 -- slow import

        try:
            return work(self.primitive)
        except tink.TinkError:
            raise DecryptionFailed(self.name) from None


def keyset(name: KeysetName) -> Keyset:
    """The keyset of this name in the configured folder, the same object for the life of the process."""
    return _keyset(name, keyset_path(name))


def keyset_path(name: KeysetName) -> Path:
    """Where the keyset of this name lies: ``<keyset_dir>/<name>.json``."""
    return settings.PORTAL.keyset_dir / f"{name}.json"


def newest_key(name: KeysetName) -> bytes:
    """The first five bytes of everything that is sealed with the keyset's newest key (Tink's prefix: 1, key id).

    For keysets that seal values: FIELDS and FILE_KEYS. Raises KeysetMissing.
    """
    return bytes(keyset(name).primitive.encrypt(b"", b""))[:PREFIX_BYTES]


def changed_at(name: KeysetName) -> datetime.datetime:
    """When the keyset's file was written, so the time of its last rotation. Raises KeysetMissing."""
    nanoseconds, _size, _inode = _version(keyset_path(name))
    return datetime.datetime.fromtimestamp(nanoseconds / 1e9, tz=datetime.UTC)


def new_handle(name: KeysetName) -> Any:
    """A fresh keyset with one key of the kind that this use needs."""
    import tink  # noqa: PLC0415 -- slow import

    return tink.new_keyset_handle(_template(name))


def read_handle(name: KeysetName, path: Path) -> Any:
    """The keyset in ``path``. Raises KeysetMissing when the file is not there, damaged, or wrapped by another key."""
    import tink  # noqa: PLC0415 -- slow import
    from tink import json_proto_keyset_format, secret_key_access  # noqa: PLC0415 -- slow import

    _template(name)  # registers the kinds of keys
    master = _master_key()
    try:
        text = path.read_text()
        if "encryptedKeyset" not in json.loads(text):
            return json_proto_keyset_format.parse(text, secret_key_access.TOKEN)
        if master is None:
            raise KeysetMissing(f"{path.name} is wrapped, but PORTAL_MASTER_KEY is not set")
        return json_proto_keyset_format.parse_encrypted(text, master, name.encode())
    except OSError as error:
        raise KeysetMissing(f"{path.name}: {error.strerror}") from None
    except (tink.TinkError, ValueError):
        raise KeysetMissing(f"{path.name} is damaged or wrapped by another master key") from None


def render_handle(name: KeysetName, handle: Any) -> str:
    """The keyset as it is written to its file: wrapped when there is a master key, else in the clear."""
    from tink import json_proto_keyset_format, secret_key_access  # noqa: PLC0415 -- slow import

    master = _master_key()
    if master is None:
        return str(json_proto_keyset_format.serialize(handle, secret_key_access.TOKEN))
    return str(json_proto_keyset_format.serialize_encrypted(handle, master, name.encode()))


@functools.cache
def _keyset(name: KeysetName, path: Path) -> Keyset:
    return Keyset(name, path)


def _version(path: Path) -> tuple[int, int, int]:
    try:
        facts = path.stat()
    except OSError as error:
        raise KeysetMissing(f"{path.name}: {error.strerror}") from None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino


def _template(name: KeysetName) -> Any:
    from tink import aead, mac, prf, streaming_aead  # noqa: PLC0415 -- slow import

    for kind in (aead, mac, prf, streaming_aead):
        kind.register()
    return {
        KeysetName.FIELDS: aead.aead_key_templates.AES256_GCM,
        KeysetName.FILES: streaming_aead.streaming_aead_key_templates.AES256_GCM_HKDF_4KB,
        KeysetName.FILE_KEYS: aead.aead_key_templates.AES256_GCM,
        KeysetName.INDEX: prf.prf_key_templates.HMAC_SHA256,
        KeysetName.SEALS: mac.mac_key_templates.HMAC_SHA256_256BITTAG,
    }[name]


def _primitive_class(name: KeysetName) -> Any:
    from tink import aead, mac, prf, streaming_aead  # noqa: PLC0415 -- slow import

    return {
        KeysetName.FIELDS: aead.Aead,
        KeysetName.FILES: streaming_aead.StreamingAead,
        KeysetName.FILE_KEYS: aead.Aead,
        KeysetName.INDEX: prf.PrfSet,
        KeysetName.SEALS: mac.Mac,
    }[name]


def _master_key() -> Any:
    """An ``Aead`` under PORTAL_MASTER_KEY, None without one. Raises ImproperlyConfigured when it is no 256-bit key."""
    encoded = getattr(settings.PORTAL, "master_key", "")
    if not encoded:
        return None
    from tink import aead, json_proto_keyset_format, secret_key_access  # noqa: PLC0415 -- slow import
    from tink.proto import aes_gcm_pb2  # noqa: PLC0415 -- slow import

    try:
        key = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != MASTER_KEY_BYTES:
        raise ImproperlyConfigured("PORTAL_MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32)")
    aead.register()
    material = base64.b64encode(aes_gcm_pb2.AesGcmKey(key_value=key).SerializeToString()).decode()
    data = {
        "typeUrl": "type.googleapis.com/google.crypto.tink.AesGcmKey",
        "value": material,
        "keyMaterialType": "SYMMETRIC",
    }
    entry = {"keyData": data, "status": "ENABLED", "keyId": 1, "outputPrefixType": "RAW"}
    text = json.dumps({"primaryKeyId": 1, "key": [entry]})
    return json_proto_keyset_format.parse(text, secret_key_access.TOKEN).primitive(aead.Aead)
