"""The code on a cover sheet: what comes on paper with it belongs to one item. It opens nothing, staff alone use it."""

import secrets
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
LENGTH: Final = 12
GROUP: Final = 4
_LOOKALIKES: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """Return a random code without dashes: 60 bits, so that a mistyped one hits nobody else's paper."""
    return "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))


def normalise_code(text: str) -> str:
    """Return what was typed or scanned as the code is: capitals, no dashes, lookalikes replaced; "" for no code."""
    plain = "".join(sign for sign in text.upper() if sign.isalnum()).translate(_LOOKALIKES)
    return plain if len(plain) == LENGTH and all(sign in ALPHABET for sign in plain) else ""


def grouped(code: str) -> str:
    """Return ``ABCD-EFGH-JKMN``, as it stands on paper."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))
