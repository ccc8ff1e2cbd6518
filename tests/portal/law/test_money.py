from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.law.money import head_shares, rounded


@pytest.mark.parametrize(("amount", "expected"), [("1.005", "1.01"), ("1.004", "1.00"), ("12.949", "12.95")])
def test_third_decimal_of_five_rounds_up(amount, expected):
    assert rounded(Decimal(amount)) == Decimal(expected)


def test_odd_cents_go_to_the_first_heads():
    assert head_shares(Decimal(745), 3) == (Decimal("248.34"), Decimal("248.33"), Decimal("248.33"))


def test_no_head_is_refused():
    with pytest.raises(ValueError, match="at least one head"):
        head_shares(Decimal(1), 0)


@given(st.decimals(0, 10_000, places=2), st.integers(1, 20))
def test_shares_add_up_and_differ_by_a_cent_at_most(amount, heads):
    shares = head_shares(amount, heads)
    assert sum(shares) == amount
    assert max(shares) - min(shares) <= Decimal("0.01")
