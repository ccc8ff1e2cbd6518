"""Rounding (§ 41(2) SGB II) and dividing amounts among heads. All amounts in EUR."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)


def rounded(amount: Decimal) -> Decimal:
    """Two decimals, a five in the third place rounds up (§ 41(2) SGB II)."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def head_shares(amount: Decimal, heads: int) -> tuple[Decimal, ...]:
    """An amount in equal shares of whole cents whose sum is the amount.

    By head (Kopfteil) is case law on § 22 SGB II; who gets the odd cents is a convention of ours, not law: the first
    heads of the list, so 745 / 3 is 248.34 for the applicant and 248.33 twice. Raises ValueError for no heads.
    """
    if heads < 1:
        raise ValueError("an amount needs at least one head")
    share = (amount / heads).quantize(CENT, rounding=ROUND_DOWN)
    odd_cents = int((rounded(amount) - share * heads) / CENT)
    return (share + CENT,) * odd_cents + (share,) * (heads - odd_cents)
