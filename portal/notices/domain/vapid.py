"""The key pair by which push services know this portal (VAPID, RFC 8292)."""

import base64
import binascii
import secrets
from functools import cache
from typing import TYPE_CHECKING

from portal.notices.errors import VapidKeyUnusable

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

KEY_BYTES = 32
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of the curve P-256 (FIPS 186-4, D.1.2.3)


def new_private_key() -> str:
    """Return a fresh private key as ``PORTAL_VAPID_PRIVATE_KEY`` wants it: 32 bytes in base64url."""
    number = secrets.randbelow(ORDER - 1) + 1
    return to_base64url(number.to_bytes(KEY_BYTES, "big"))


@cache
def private_key(text: str) -> "EllipticCurvePrivateKey":
    """Return the key in ``text``. Raises VapidKeyUnusable."""
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 -- slow import, few pages need it

    number = int.from_bytes(from_base64url(text, VapidKeyUnusable), "big")
    if len(text.rstrip("=")) != len(to_base64url(bytes(KEY_BYTES))) or not 0 < number < ORDER:
        raise VapidKeyUnusable
    return ec.derive_private_key(number, ec.SECP256R1())


@cache
def public_key(text: str) -> str:
    """Return the public key to the private one in ``text``, as browsers want it: a point in base64url.

    Raises VapidKeyUnusable.
    """
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 -- as above

    point = (
        private_key(text)
        .public_key()
        .public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    )
    return to_base64url(point)


def to_base64url(data: bytes) -> str:
    """Return base64url without padding (RFC 7515, 2)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text: str, error: type[Exception]) -> bytes:
    """Return the bytes in base64url, with or without padding. Raises ``error`` for anything else."""
    try:
        return base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise error from None
