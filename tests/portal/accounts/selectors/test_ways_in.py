import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from portal.accounts.models import User
from portal.accounts.selectors import has_way_in_without

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    """Of somebody who has BundID and nothing else."""
    user = User()
    user.set_unusable_password()
    user.save()
    return SocialAccount.objects.create(user=user, provider="bundid", uid="a")


def remains(account) -> bool:
    return has_way_in_without(user_id=account.user_id, account=account)


def test_nothing_else_is_no_way_in(account):
    assert not remains(account)


def test_confirmed_address_is_a_way_in(account):
    EmailAddress.objects.create(user=account.user, email="a@example.org", verified=True)
    assert remains(account)


def test_address_that_waits_for_its_code_is_none(account):
    EmailAddress.objects.create(user=account.user, email="a@example.org", verified=False)
    assert not remains(account)


def test_another_account_is_a_way_in(account):
    SocialAccount.objects.create(user=account.user, provider="oidc", uid="a")
    assert remains(account)


@pytest.mark.parametrize(("kind", "expected"), [("webauthn", True), ("totp", False), ("recovery_codes", False)])
def test_passkey_is_a_way_in_but_no_second_factor(account, kind, expected):
    Authenticator.objects.create(user=account.user, type=kind, data={})
    assert remains(account) is expected
