"""Staff: the sign-in service of the employer opens an account that was connected before, and no other."""

import datetime

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.contrib.auth import get_user
from django.utils import timezone

from portal.accounts.domain.second_factor import proves_second_factor
from portal.accounts.models import User
from tests.factories.accounts import StaffMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

CLAIMS = {"sub": "m.sander", "email": "miriam.sander@example.org", "email_verified": True}
TWO_FACTORS = CLAIMS | {"amr": ["pwd", "mfa"]}


@pytest.fixture(autouse=True)
def configured(openid, settings):
    openid.configure(settings, staff=True, second_factor=("amr=mfa",))


@pytest.fixture
def employee():
    return StaffMembershipFactory().user


def connected(user):
    SocialAccount.objects.create(user=user, provider="dienst", uid="m.sander")
    return user


def signed_in(client):
    return get_user(client).pk


def second_factor(client) -> bool:
    return proves_second_factor(client.session["account_authentication_methods"])


def refusals(caplog) -> list[str]:
    prefix = "sign-in elsewhere refused: "
    return [line.removeprefix(prefix) for line in caplog.messages if line.startswith(prefix)]


def test_connected_employee_is_signed_in(openid, client, employee):
    connected(employee)
    openid.come_back(client, TWO_FACTORS, provider="dienst")
    assert (signed_in(client), client.get("/verwaltung/").status_code) == (employee.pk, 200)


def test_address_of_an_employee_is_not_enough(openid, client, caplog):
    StaffMembershipFactory(user=UserFactory(email=CLAIMS["email"], is_staff=True))
    page = openid.come_back(client, CLAIMS, provider="dienst")
    assert (page.status_code, signed_in(client), refusals(caplog)) == (403, None, ["not_connected"])
    assert (User.objects.count(), SocialAccount.objects.count()) == (1, 0)


def test_employee_who_has_left_is_refused(openid, client, caplog):
    connected(StaffMembershipFactory(ended=True).user)
    assert openid.come_back(client, CLAIMS, provider="dienst").status_code == 403
    assert (signed_in(client), refusals(caplog)) == (None, ["not_staff"])


def test_claimant_cannot_be_connected_to_the_employers_service(openid, client, caplog):
    connected(UserFactory())
    assert openid.come_back(client, CLAIMS, provider="dienst").status_code == 403
    assert (signed_in(client), refusals(caplog)) == (None, ["not_staff"])


def test_second_factor_counts_when_the_service_names_it(openid, client, employee):
    connected(employee)
    openid.come_back(client, TWO_FACTORS, provider="dienst")
    assert second_factor(client)


def test_password_alone_leads_to_our_own_second_step(openid, client, employee):
    connected(employee)
    there = openid.come_back(client, CLAIMS | {"amr": ["pwd"]}, provider="dienst")
    assert (there.url, signed_in(client), second_factor(client)) == ("/konto/anmelden/zweiter-schritt/", None, False)


def test_connecting_needs_the_page_that_asks_for_a_confirmation(openid, client, employee, caplog):
    """The address of allauth alone, with ``process=connect``, links nothing."""
    client.force_login(employee)
    page = openid.come_back(client, CLAIMS, provider="dienst", form={"process": "connect"})
    assert (page.status_code, refusals(caplog)) == (403, ["not_confirmed"])
    assert SocialAccount.objects.count() == 0


def test_row_in_the_database_makes_no_identity_provider(client, openid):
    SocialApp.objects.create(
        provider="openid_connect", provider_id="fremd", client_id="x", name="Fremd", settings={"server_url": openid.url}
    )
    assert client.get("/konto/oidc/fremd/").status_code == 404


def test_sign_in_page_names_the_way_for_staff(client):
    assert "Sie arbeiten im Jobcenter?" in client.get("/konto/anmelden/").content.decode()


def test_sign_up_page_does_not(client):
    assert "Dienstkonto" not in client.get("/konto/registrieren/").content.decode()


def test_membership_that_begins_tomorrow_is_none(openid, client):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    connected(StaffMembershipFactory(valid_from=tomorrow).user)
    assert openid.come_back(client, CLAIMS, provider="dienst").status_code == 403
