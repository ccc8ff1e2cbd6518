"""The code on an access letter: sixteen signs that nobody confuses, and how it is kept without being kept."""

import datetime
import secrets
from typing import Final
from uuid import UUID

from portal.crypto.services import blind_index, blind_index_candidates

ALPHABET: Final = "23456789BCDFGHJKMNPQRSTVWXZ"  # without 0/O and 1/I/L; without vowels: no words by chance
LENGTH: Final = 16  # signs out of 27: 76 bit
GROUP: Final = 4
_CODE: Final = "cases.access_letter.code"
_BIRTH_DATE: Final = "cases.access_letter.birth_date"


def new_code() -> str:
    """A random code without dashes."""
    return "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))


def normalise_code(typed: str) -> str:
    """What was typed as it is hashed: capitals, nothing between the groups; "" when it cannot be a code."""
    plain = "".join(sign for sign in typed.upper() if sign.isalnum())
    return plain if len(plain) == LENGTH and all(sign in ALPHABET for sign in plain) else ""


def group_code(code: str) -> str:
    """The code as it is printed: ``7KQ4-92FD-XM3P-TRB8``."""
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def code_index(code: str) -> str:
    """The keyed hash under which a letter is stored."""
    return blind_index(code, purpose=_CODE)


def code_candidates(code: str) -> list[str]:
    """The keyed hashes under which it may be stored while keys are changing."""
    return blind_index_candidates(code, purpose=_CODE)


def birth_date_index(letter_id: UUID, birth_date: datetime.date) -> str:
    """The keyed hash of a birth date, another one for every letter."""
    return blind_index(_dated(letter_id, birth_date), purpose=_BIRTH_DATE)


def is_birth_date(letter_id: UUID, birth_date: datetime.date, index: str) -> bool:
    """Whether ``index`` was made of this date."""
    candidates = blind_index_candidates(_dated(letter_id, birth_date), purpose=_BIRTH_DATE)
    return any(secrets.compare_digest(candidate, index) for candidate in candidates)


def _dated(letter_id: UUID, birth_date: datetime.date) -> str:
    return f"{letter_id}:{birth_date.isoformat()}"
