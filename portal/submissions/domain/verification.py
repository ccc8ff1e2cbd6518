"""Codes of the public check: random, too long to guess, easy to type (Crockford's base 32)."""

import secrets
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 20  # characters of 5 bit: 100 bit
GROUP: Final = 4
HASH_DIGITS: Final = 16  # of the confirmation's SHA-256, enough to compare by eye
_LOOKALIKES: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """A random code without dashes."""
    return "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))


def normalise_code(text: str) -> str:
    """What was typed as it is stored: capitals, no dashes or spaces, lookalikes replaced; "" when it is no code."""
    plain = "".join(sign for sign in text.upper() if sign.isalnum()).translate(_LOOKALIKES)
    return plain if len(plain) == LENGTH and all(sign in ALPHABET for sign in plain) else ""


def group_code(code: str, size: int = GROUP, separator: str = "-") -> str:
    """The code, or a hash, in groups for reading: ``ABCD-EFGH-…``."""
    return separator.join(code[start : start + size] for start in range(0, len(code), size))
