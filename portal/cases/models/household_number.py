"""The number of the Bedarfsgemeinschaft at the office, as it is compared and searched without lying there in clear."""

from portal.crypto.services import blind_index, blind_index_candidates

_PURPOSE = "cases.case.household_number"
FEWEST_DIGITS = 6  # fewer are a house number or a year, no number of a household


def plain_household_number(typed: str) -> str:
    """Return the digits: "12345BG0001234", "12345//0001234" and "BG-Nummer 12345 0001234" are the same number.

    Empty for what has too few of them.
    """
    digits = "".join(sign for sign in typed if sign.isascii() and sign.isdigit())
    return digits if len(digits) >= FEWEST_DIGITS else ""


def household_number_index(number: str | None) -> str | None:
    """Return what stands beside the encrypted number; None without one."""
    plain = plain_household_number(number or "")
    return blind_index(plain, purpose=_PURPOSE) if plain else None


def household_number_candidates(typed: str) -> list[str]:
    """Return what to look for, under each key; nothing for what is no such number."""
    plain = plain_household_number(typed)
    return blind_index_candidates(plain, purpose=_PURPOSE) if plain else []
