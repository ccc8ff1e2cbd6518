from types import SimpleNamespace

import pytest
from allauth.socialaccount.models import SocialAccount

from portal.accounts.forms.identity import DisconnectForm, NewAccountForm
from tests.factories.accounts import UserFactory


def proposal(*emails: str):
    return SimpleNamespace(email_addresses=[SimpleNamespace(email=email) for email in emails])


def test_address_is_proposed():
    assert NewAccountForm(sociallogin=proposal("a@example.org")).initial == {"email": "a@example.org"}


def test_address_may_be_left_out():
    assert NewAccountForm({"email": ""}, sociallogin=proposal("a@example.org")).is_valid()


def test_mistyped_address_is_named():
    form = NewAccountForm({"email": "a-at-example"}, sociallogin=proposal())
    assert form.errors["email"] == [
        "Bitte prüfen Sie „E-Mail-Adresse“. Eine E-Mail-Adresse sieht so aus: name@beispiel.de"
    ]


@pytest.mark.django_db
def test_only_ones_own_accounts_can_be_chosen():
    mine, other = UserFactory(), UserFactory()
    accounts = [SocialAccount.objects.create(user=user, provider="bundid", uid=str(user.pk)) for user in (mine, other)]
    assert [DisconnectForm({"account": account.pk}, user=mine).is_valid() for account in accounts] == [True, False]
