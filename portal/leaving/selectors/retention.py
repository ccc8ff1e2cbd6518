"""How long what is kept, in plain words: one list for the privacy page, the copy and the closing page."""

from dataclasses import dataclass
from datetime import date

from applications.law.parameter import whole
from portal.audit.models.personal_data import RetentionRule, declarations


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of data: what, how long, what for, after which law; whether it goes when the account is closed."""

    what: str
    kept: str
    why: str
    basis: str
    ends_with_account: bool


def kept_data(on: date) -> list[Kept]:
    """Return what claimants are told about every kind of data, with the figures that hold on this day."""
    return [_kept(rule, on) for rule in declarations.rules if rule.is_told]


def _kept(rule: RetentionRule, on: date) -> Kept:
    figure = whole(rule.figure, on) if rule.figure else ""
    kept = str(rule.kept) % {"figure": figure} if rule.figure else str(rule.kept)
    return Kept(str(rule.what), kept, str(rule.why), str(rule.basis), rule.ends_with_account)
