"""Short values in memory: encrypt them, or prove that they come from us."""

from portal.crypto.enums import KeysetName
from portal.crypto.errors import DecryptionFailed
from portal.crypto.models.keysets import keyset


def encrypt(plaintext: bytes, *, context: bytes) -> bytes:
    """AES-256-GCM ciphertext (33 bytes longer) that opens only with the same ``context`` (what it is and whose)."""
    return bytes(keyset(KeysetName.FIELDS).primitive.encrypt(plaintext, context))


def decrypt(ciphertext: bytes, *, context: bytes) -> bytes:
    """What was encrypted under the same ``context``. Raises DecryptionFailed."""
    return bytes(keyset(KeysetName.FIELDS).attempt(lambda primitive: primitive.decrypt(ciphertext, context)))


def authenticate(data: bytes, *, purpose: str) -> bytes:
    """A code (HMAC-SHA-256) that only a holder of the key can make; ``purpose`` keeps uses apart."""
    return bytes(keyset(KeysetName.SEALS).primitive.compute_mac(_for(purpose, data)))


def is_authentic(code: bytes, data: bytes, *, purpose: str) -> bool:
    """Whether ``code`` was made by ``authenticate`` for the same data and purpose."""
    try:
        keyset(KeysetName.SEALS).attempt(lambda primitive: primitive.verify_mac(code, _for(purpose, data)))
    except DecryptionFailed:
        return False
    return True


def _for(purpose: str, data: bytes) -> bytes:
    return purpose.encode() + b"\x00" + data
