"""What somebody searched for, in an address, without being readable there.

Names and birth dates never stand in an address: it ends up in the history of the browser and in logs of proxies. Sealed
they may, and going back, sorting and turning pages keep working.
"""

import base64
import binascii
from uuid import UUID

from portal.crypto.errors import DecryptionFailed
from portal.crypto.services import decrypt, encrypt


def seal(text: str, *, membership_id: UUID) -> str:
    """Return ``text`` as a token for addresses; only the same member of staff can use it."""
    return base64.urlsafe_b64encode(encrypt(text.encode(), context=_context(membership_id))).decode().rstrip("=")


def unseal(token: str, *, membership_id: UUID) -> str:
    """Return the text of a token; empty for one that is damaged, foreign or older than the keys."""
    try:
        sealed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        return decrypt(sealed, context=_context(membership_id)).decode()
    except (binascii.Error, ValueError, DecryptionFailed):
        return ""


def _context(membership_id: UUID) -> bytes:
    return f"desk.search:{membership_id}".encode()
