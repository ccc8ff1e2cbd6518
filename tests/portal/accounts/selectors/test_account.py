import pytest

from portal.accounts.selectors import account_with_address
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "julia.berger@example.org"


@pytest.mark.parametrize("typed", [ADDRESS, "  Julia.Berger@Example.ORG "])
def test_account_is_found_by_a_proved_address(typed):
    user = UserFactory(email=ADDRESS)

    assert account_with_address(typed) == user


@pytest.mark.parametrize("fields", [{"verified": False}, {"blocked": True}, {"email": "other@example.org"}], ids=str)
def test_nobody_is_found_otherwise(fields):
    UserFactory(**{"email": ADDRESS} | fields)

    assert account_with_address(ADDRESS) is None
