"""How long what is kept, in plain words: one list for the privacy page, the copy and the closing page."""

from datetime import date

from msgspec import Struct

from portal.audit.models.personal_data import RetentionRule, declarations
from portal.law.parameter import whole


class Kept(Struct, frozen=True):
    """Kinds of data (``what``) kept equally long for one reason: how long, what for, after which law.

    ``ends_with_account``: they go when the account is closed.
    """

    what: tuple[str, ...]
    kept: str
    why: str
    basis: str
    ends_with_account: bool


def kept_data(on: date) -> list[Kept]:
    """Return what claimants are told, with the figures that hold on this day; the same reason is given once."""
    alike: dict[tuple[str, str, str, bool], list[str]] = {}
    for rule in declarations.rules:
        if rule.is_told:
            reason = (_period(rule, on), str(rule.why), str(rule.basis), rule.ends_with_account)
            alike.setdefault(reason, []).append(str(rule.what))
    return [Kept(tuple(what), *reason) for reason, what in alike.items()]


def _period(rule: RetentionRule, on: date) -> str:
    return str(rule.kept) % {"figure": whole(rule.figure, on)} if rule.figure else str(rule.kept)
