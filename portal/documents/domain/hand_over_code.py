"""The code that takes photos from a phone: short, because it is typed where no camera reads the QR code.

50 bits that live for half an hour and open nothing but an upload: who tries a hundred a second would need centuries, so
attempts are not counted.
"""

import datetime
import secrets
from typing import Final

from portal.crypto.services import blind_index, blind_index_candidates

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
LENGTH: Final = 10  # characters of 5 bit
HALF: Final = 5
VALID: Final = datetime.timedelta(minutes=30)  # anew with every photo
_LOOKALIKES: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_PURPOSE: Final = "documents.handover.code"


def new_code() -> str:
    """A random code without dashes."""
    return "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))


def normalise_code(text: str) -> str:
    """What was typed as the code is: capitals, no dashes or spaces, lookalikes replaced; "" when it is no code."""
    plain = "".join(sign for sign in text.upper() if sign.isalnum()).translate(_LOOKALIKES)
    return plain if len(plain) == LENGTH and all(sign in ALPHABET for sign in plain) else ""


def grouped(code: str) -> str:
    """``ABCDE-FGHJK``."""
    return f"{code[:HALF]}-{code[HALF:]}"


def index_of(code: str) -> str:
    """What the row is found by."""
    return blind_index(code, purpose=_PURPOSE)


def indexes_of(code: str) -> list[str]:
    """The same under every key, while keys change."""
    return blind_index_candidates(code, purpose=_PURPOSE)
