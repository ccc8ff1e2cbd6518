"""What was told about money and post before, and what a claim says differently: a pure comparison, no verdict."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from applications.claim.model import Claim


class Change(StrEnum):
    """What goes somewhere else than before."""

    BANK = "bank"
    ADDRESS = "address"


class Told(Struct, frozen=True):
    """Where money and post go, in a spelling to compare; "" is what nobody said. Social data: never log it."""

    iban: str = ""
    address: str = ""


def told_in(claim: Claim) -> Told:
    """What one claim says. An address counts with street and town only."""
    home = claim.housing
    town = home.postcode or home.city
    is_whole = bool(home.street and town)
    return Told(iban=_plain(claim.bank.iban), address=f"{_plain(home.street)} {_plain(town)}" if is_whole else "")


def last_told(claims: Iterable[Claim]) -> Told:
    """The last word on each, ``claims`` being given newest first: silence takes nothing away."""
    iban = address = ""
    for claim in claims:
        told = told_in(claim)
        iban, address = iban or told.iban, address or told.address
        if iban and address:
            break
    return Told(iban, address)


def changes_since(earlier: Told, claim: Claim) -> tuple[Change, ...]:
    """What the claim says differently. Naming something for the first time is no change."""
    now = told_in(claim)
    pairs = {Change.BANK: (earlier.iban, now.iban), Change.ADDRESS: (earlier.address, now.address)}
    return tuple(change for change, (before, after) in pairs.items() if before and after and before != after)


def _plain(text: str | None) -> str:
    """Without blanks, dots and dashes, small; "Straße" as people shorten it."""
    small = "".join(sign for sign in (text or "").casefold() if sign.isalnum())
    return small.replace("strasse", "str")  # casefold has made ss of ß
