import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from portal.accounts.errors import AddressTaken
from portal.accounts.services import is_address_taken, open_account, renew_access
from tests.factories.accounts import UserFactory
from tests.portal.races import Race

pytestmark = pytest.mark.django_db
PASSWORD = "Blumen-Topf-93"


def test_renewed_account_has_one_confirmed_address():
    user = UserFactory(email="alt@example.org")

    renew_access(user=user, email="Neu@example.org", password=PASSWORD)

    assert user.email == "neu@example.org"
    assert list(EmailAddress.objects.filter(user=user).values_list("email", "verified", "primary")) == [
        ("neu@example.org", True, True)
    ]


def test_sessions_of_the_old_password_end():
    user = UserFactory()
    browser = Client()
    browser.force_login(user)
    assert browser.get("/konto/").status_code == 200

    renew_access(user=user, email=user.email, password=PASSWORD)

    assert browser.get("/konto/").status_code == 302


def test_lost_second_factors_go_and_those_of_others_stay():
    user, other = UserFactory(), UserFactory()
    for owner, kind in ((user, Authenticator.Type.TOTP), (user, Authenticator.Type.RECOVERY_CODES), (other, "totp")):
        Authenticator.objects.create(user=owner, type=kind, data={})

    renew_access(user=user, email=user.email, password=PASSWORD)

    assert [each.user for each in Authenticator.objects.all()] == [other]


def test_address_of_another_account_is_refused():
    user, other = UserFactory(), UserFactory()

    with pytest.raises(AddressTaken):
        renew_access(user=user, email=other.email.upper(), password=PASSWORD)
    with pytest.raises(AddressTaken):
        open_account(email=other.email, password=PASSWORD)


def test_own_address_is_not_taken():
    user = UserFactory()

    assert not is_address_taken(user.email, by_other_than=user)
    assert is_address_taken(user.email, by_other_than=None)


def test_opened_account_can_sign_in():
    user = open_account(email="neu@example.org", password=PASSWORD)

    assert user.check_password(PASSWORD)
    assert EmailAddress.objects.get(user=user).verified


@pytest.mark.django_db(transaction=True)
def test_two_who_take_an_address_at_the_same_moment_get_one_account():
    def work(meet):
        meet()
        open_account(email="neu@example.org", password=PASSWORD)

    errors = Race(work, work).run()

    assert sorted(type(error).__name__ for error in errors) == ["AddressTaken", "NoneType"]


def test_connected_accounts_elsewhere_go():
    """Whoever had taken the account over may have connected a BundID of their own."""
    user = UserFactory()
    SocialAccount.objects.create(user=user, provider="bundid", uid="a-stranger")
    renew_access(user=user, email="neu@example.org", password=PASSWORD)
    assert not SocialAccount.objects.exists()
