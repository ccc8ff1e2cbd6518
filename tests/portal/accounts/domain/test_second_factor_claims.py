import pytest

from portal.accounts.domain.second_factor_claims import names_second_factor


@pytest.mark.parametrize(
    ("claims", "accepted", "expected"),
    [
        ({"amr": ["pwd", "mfa"]}, ("amr=mfa",), True),
        ({"amr": ["pwd"]}, ("amr=mfa",), False),
        ({"acr": "https://refeds.org/profile/mfa"}, ("acr=https://refeds.org/profile/mfa",), True),
        ({"acr": "gold"}, ("amr=mfa", "acr=gold"), True),
        ({"acr": "golden"}, ("acr=gold",), False),
        ({"amr": "mfa"}, ("amr=mfa",), True),
        ({"amr": ["mfa"]}, (), False),
        ({"amr": ["mfa"]}, ("amr",), False),
        ({}, ("amr=mfa",), False),
    ],
)
def test_second_factor_is_what_an_operator_has_named(claims, accepted, expected):
    assert names_second_factor(claims, accepted) is expected
