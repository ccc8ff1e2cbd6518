"""The account benefits are paid to, as staff search for it: exactly, and without that it lies there in clear."""

import re

from portal.crypto.services import blind_index, blind_index_candidates

_PURPOSE = "applications.application.iban"
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")  # ISO 13616


def plain_iban(typed: str | None) -> str:
    """Return the IBAN without blanks and in capitals; empty for what is none. Its check digits do not matter here."""
    plain = "".join(sign for sign in (typed or "").upper() if sign.isalnum())
    return plain if _IBAN.fullmatch(plain) else ""


def iban_index(typed: str | None) -> str | None:
    """Return what stands in the column; None without an IBAN."""
    plain = plain_iban(typed)
    return blind_index(plain, purpose=_PURPOSE) if plain else None


def iban_candidates(typed: str) -> list[str]:
    """Return what to look for, under each key; nothing for what is no IBAN."""
    plain = plain_iban(typed)
    return blind_index_candidates(plain, purpose=_PURPOSE) if plain else []
