import time

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.conf import settings as portal_settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.accounts.models import User
from portal.accounts.views.step_up import SIGNED_IN_AT
from portal.audit.models import AuditEvent
from tests.factories.accounts import PASSWORD, StaffMembershipFactory, UserFactory
from tests.factories.bundid import UID

pytestmark = pytest.mark.django_db

PAGE = "/konto/anmeldewege/"
CONNECT = "/konto/anmeldewege/verbinden/bundid/"
PART = "/konto/anmeldewege/trennen/"
CONFIRM = "/konto/erneut-anmelden/"


def sign_in_some_time_ago(client, user):
    client.force_login(user)
    session = client.session
    session[SIGNED_IN_AT] = time.time() - portal_settings.STEP_UP_HOLDS
    session.save()


@pytest.fixture
def person(client):
    user = UserFactory()
    sign_in_some_time_ago(client, user)
    return user


@pytest.fixture
def confirmed(client, person):
    client.post(CONFIRM, {"password": PASSWORD})
    return person


def connected(user, uid: str = UID):
    return SocialAccount.objects.create(user=user, provider="bundid", uid=uid)


def shown(page) -> list[str]:
    return [str(message) for message in page.context["messages"]]


def test_page_offers_what_is_configured(bundid, client, person):
    assert "BundID verbinden" in client.get(PAGE).content.decode()


def test_page_says_when_there_is_nothing(client, person):
    assert "Zurzeit gibt es hier nichts zu verbinden" in client.get(PAGE).content.decode()


def test_connecting_asks_for_a_confirmation_first(bundid, client, person):
    assert client.post(CONNECT).url.startswith(CONFIRM)


def test_connecting_asks_for_a_fresh_proof(bundid, client, confirmed):
    assert bundid.question(client, CONNECT).again


def test_confirmed_person_is_connected(bundid, client, confirmed, mailoutbox):
    assert bundid.come_back(client, CONNECT).url == PAGE
    account = SocialAccount.objects.get()
    assert (account.user, account.uid, sorted(account.extra_data)) == (confirmed, UID, ["at", "level"])
    assert "account.identity_connected" in AuditEvent.objects.values_list("event", flat=True)
    assert [mail.subject for mail in mailoutbox] == ["Neuer Anmeldeweg für Ihr Konto"]


def test_connected_bundid_signs_in(bundid, client, confirmed):
    bundid.come_back(client, CONNECT)
    client.post("/konto/abmelden/")
    bundid.come_back(client)
    assert client.get("/konto/").context["request"].user == confirmed


def test_confirmation_that_is_long_ago_does_not_count(bundid, client, confirmed):
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time() - portal_settings.STEP_UP_HOLDS, "reauthenticated": True}
    ]
    session.save()
    assert client.post(CONNECT).url.startswith(CONFIRM)


def test_bundid_of_somebody_else_is_not_taken_away(bundid, client, confirmed):
    other = connected(UserFactory())
    page = client.get(bundid.come_back(client, CONNECT).url)
    assert SocialAccount.objects.get() == other
    assert shown(page)[-1].startswith(
        "Das geht nicht: Dieses Konto ist schon mit einem anderen Konto bei uns verbunden."
    )


def test_unknown_provider_is_not_there(bundid, client, confirmed):
    assert client.post("/konto/anmeldewege/verbinden/fremd/").status_code == 404


def test_employers_service_is_offered_to_staff_only(openid, client, settings):
    openid.configure(settings, staff=True)
    client.force_login(UserFactory())
    assert client.post("/konto/anmeldewege/verbinden/dienst/").status_code == 404
    client.force_login(StaffMembershipFactory().user)
    assert "Dienstkonto verbinden" in client.get(PAGE).content.decode()


def test_parting_asks_for_a_confirmation_first(bundid, client, person):
    account = connected(person)
    assert client.post(PART, {"account": account.pk}).url.startswith(CONFIRM)
    assert SocialAccount.objects.count() == 1


def test_person_with_an_address_can_part(bundid, client, confirmed):
    account = connected(confirmed)
    page = client.get(client.post(PART, {"account": account.pk}).url)
    assert (SocialAccount.objects.count(), shown(page)[-1]) == (
        0,
        "Getrennt. Damit kann sich hier niemand mehr anmelden.",
    )
    assert "account.identity_disconnected" in AuditEvent.objects.values_list("event", flat=True)


def test_last_way_in_stays(bundid, client, confirmed):
    EmailAddress.objects.all().delete()
    User.objects.update(email=None)
    account = connected(confirmed)
    page = client.post(PART, {"account": account.pk})
    assert "Ohne diese Verbindung kommen Sie nicht mehr in Ihr Konto." in page.content.decode()
    assert SocialAccount.objects.count() == 1


def test_nobody_parts_the_connection_of_somebody_else(bundid, client, confirmed):
    account = connected(UserFactory())
    client.post(PART, {"account": account.pk})
    assert SocialAccount.objects.count() == 1


def test_who_has_bundid_alone_confirms_with_it_and_what_was_begun_is_carried_out(bundid, client):
    user = UserFactory(without_password=True)
    connected(user)
    second = connected(user, "a-second-one")
    EmailAddress.objects.all().delete()
    sign_in_some_time_ago(client, user)
    page = client.get(client.post(PART, {"account": second.pk}).url)
    assert page.url.startswith("/konto/bundid/bestaetigen/?next=")
    bundid.come_back(client, page.url)
    assert list(SocialAccount.objects.values_list("uid", flat=True)) == [UID]


def test_account_page_says_what_is_connected(bundid, client, person):
    connected(person)
    page = client.get("/konto/").content.decode()
    assert "BundID<br>" in page


def test_page_costs_the_same_with_many_connections(bundid, client, person):
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            client.get(PAGE)
        return len(counted)

    connected(person)
    client.get(PAGE)  # the office's address is cached from now on
    with_one = queries()
    for uid in "abc":
        connected(person, uid)
    assert queries() == with_one
