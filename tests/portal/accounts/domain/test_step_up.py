import pytest

from portal.accounts.domain.step_up import is_recent, moments_of_proof

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("ago", "expected"), [(0, True), (599, True), (600, False), (86_400, False), (-1, False)], ids=str
)
def test_proof_holds_for_ten_minutes(ago, expected):
    assert is_recent([NOW - ago], now=NOW) is expected


def test_newest_of_several_proofs_counts():
    assert is_recent([NOW - 5000, NOW - 10], now=NOW) is True


def test_without_any_proof_nothing_is_recent():
    assert is_recent([], now=NOW) is False


def test_steps_of_a_sign_in_count_only_by_its_end():
    steps = [{"method": "password", "at": NOW - 50}, {"method": "mfa", "at": NOW - 20, "type": "totp"}]
    assert moments_of_proof(steps, signed_in_at=None) == []
    assert moments_of_proof(steps, signed_in_at=NOW - 19) == [NOW - 19]


def test_confirmations_count_each():
    again = [{"method": "password", "at": NOW - 50, "reauthenticated": True}]
    assert moments_of_proof(again, signed_in_at=NOW - 900) == [NOW - 50, NOW - 900]
