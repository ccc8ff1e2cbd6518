import pytest

from portal.accounts.domain.second_factor import counter_moves_on, proves_second_factor


@pytest.mark.parametrize(
    ("methods", "expected"),
    [([], False), (["password"], False), (["code"], False), (["password", "mfa"], True), (["mfa"], True)],
    ids=str,
)
def test_only_a_second_factor_proves_one(methods, expected):
    assert proves_second_factor([{"method": method, "at": 1.0} for method in methods]) is expected


@pytest.mark.parametrize(
    ("known", "reported", "expected"),
    [(0, 0, True), (0, 1, True), (5, 6, True), (5, 500, True), (5, 5, False), (5, 4, False), (5, 0, False)],
)
def test_counter_of_a_passkey_only_goes_up_or_is_not_used(known, reported, expected):
    assert counter_moves_on(known, reported) is expected
