"""The resume code of somebody without an account: eighteen signs that nobody confuses, kept as a keyed hash only."""

import secrets
from typing import Final

from portal.crypto.services import blind_index, blind_index_candidates

ALPHABET: Final = "0123456789CDFGHJKMNPQRTVWXY"  # no vowels: no words by chance; nothing that looks like another sign
LENGTH: Final = 18  # signs out of 27: 85 bit
GROUP: Final = 3
MAILED: Final = 12  # the first signs, which an e-mail may hold; the six others are 28 bit
_LOOKALIKES: Final = str.maketrans("OILZSBU", "011258V")
_PURPOSE: Final = "cases.guest_code"


def new_code() -> str:
    """A random code without dashes."""
    return "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))


def plain_signs(typed: str) -> str:
    """What was typed in capitals, without anything between the groups, lookalikes replaced."""
    return "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_LOOKALIKES)


def normalise_code(typed: str) -> str:
    """What was typed as it is hashed; "" when it cannot be a code."""
    plain = plain_signs(typed)
    return plain if len(plain) == LENGTH and all(sign in ALPHABET for sign in plain) else ""


def group_code(code: str) -> str:
    """The code, or a part of it, as it is written down: ``7KQ-492-FDX-M3P-TR8-2GH``."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def code_index(code: str) -> str:
    """The keyed hash under which a standing is stored."""
    return blind_index(code, purpose=_PURPOSE)


def code_candidates(code: str) -> list[str]:
    """The keyed hashes under which it may be stored while keys are changing."""
    return blind_index_candidates(code, purpose=_PURPOSE)
