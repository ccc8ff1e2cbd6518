import pytest

from portal.accounts.models import Organisation, OrganisationMembership
from portal.cases.models import Invitation
from tests.factories.accounts import UserFactory
from tests.factories.organisations import advised_by, colleague, team

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Beratungsstelle Brückenhaus",
    "kind": "advice_centre",
    "street": "Am Brunnen 3",
    "postcode": "00115",
    "city": "Musterstadt",
    "phone": "030 23125 300",
    "display_name": "Frau Yıldız",
}


@pytest.fixture
def there():
    return team()


def members(there, rest=""):
    return f"/helfen/organisation/{there.organisation.pk}/mitglieder/{rest}"


def test_registering_leads_to_a_page_that_says_to_wait(client_of):
    client = client_of(UserFactory())
    response = client.post("/helfen/organisation/neu/", TYPED)
    organisation = Organisation.objects.get()
    assert response.headers["Location"] == f"/helfen/organisation/{organisation.pk}/"
    assert "wird geprüft" in client.get("/helfen/").content.decode()


def test_name_that_is_taken_is_said_and_keeps_what_was_typed(client_of):
    team(name=TYPED["name"])
    page = client_of(UserFactory()).post("/helfen/organisation/neu/", TYPED).content.decode()
    assert "gibt es schon" in page
    assert 'value="Am Brunnen 3"' in page


def test_empty_form_asks_for_everything_the_office_needs(client_of):
    page = client_of(UserFactory()).get("/helfen/organisation/neu/").content.decode()
    assert page.count("<input") + page.count("<select") > len(TYPED)


def test_colleague_comes_by_a_link_bound_to_the_address(client_of, there):
    client = client_of(there.user)
    response = client.post(members(there), {"display_name": "Herr Okafor", "bound_email": "okafor@example.org"})
    link = client.get(response.headers["Location"]).content.decode().partition('jc-code">')[2].partition("<")[0]
    invited = client_of(UserFactory(email="okafor@example.org"))
    invited.get(link[link.index("/einladung/") :])
    assert "Arbeiten Sie bei" in invited.get("/einladung/antworten/").content.decode()
    invited.post("/einladung/antworten/", {"answer": "yes"})
    assert OrganisationMembership.objects.filter(display_name="Herr Okafor").exists()
    assert "Herr Okafor" in client.get(members(there)).content.decode()


def test_invited_colleague_may_say_no(client_of, there):
    client = client_of(there.user)
    response = client.post(members(there), {"display_name": "Herr Okafor", "bound_email": "okafor@example.org"})
    link = client.get(response.headers["Location"]).content.decode().partition('jc-code">')[2].partition("<")[0]
    invited = client_of(UserFactory(email="okafor@example.org"))
    invited.get(link[link.index("/einladung/") :])
    invited.post("/einladung/antworten/", {"answer": "no"})
    assert Invitation.objects.get().status == "declined"
    assert not OrganisationMembership.objects.filter(display_name="Herr Okafor").exists()


def test_members_who_do_not_coordinate_see_names_and_invite_nobody(client_of, there):
    member = colleague(there)
    client = client_of(member.user)
    page = client.get(members(there)).content.decode()
    assert there.user.email not in page
    assert "bound_email" not in page
    typed = {"display_name": "Herr Okafor", "bound_email": "okafor@example.org"}
    assert client.post(members(there), typed).status_code == 404


def test_invitation_is_withdrawn_by_who_coordinates(client_of, there):
    client, member = client_of(there.user), colleague(there)
    client.post(members(there), {"display_name": "Herr Okafor", "bound_email": "okafor@example.org"})
    withdraw = f"/einladung/erstellt/{Invitation.objects.get().pk}/zurueckziehen/"
    assert client_of(member.user).post(withdraw).status_code == 404
    assert client.post(withdraw).headers["Location"] == members(there)
    assert Invitation.objects.get().status == "withdrawn"


def test_missing_address_is_said(client_of, there):
    page = client_of(there.user).post(members(there), {"display_name": "Herr Okafor"}).content.decode()
    assert 'value="Herr Okafor"' in page
    assert not Invitation.objects.exists()


def test_ended_member_is_out_with_the_next_request(client_of, there):
    standing, member = advised_by(there), colleague(there)
    theirs = client_of(member.user)
    assert theirs.get(f"/fuer/{standing.case_id}/").status_code == 200
    client_of(there.user).post(members(there, f"{member.pk}/"), {"do": "end"})
    assert theirs.get(f"/fuer/{standing.case_id}/").status_code == 404
    assert theirs.get(members(there)).status_code == 404


def test_last_coordinator_is_told_what_to_do_first(client_of, there):
    client = client_of(there.user)
    response = client.post(members(there, f"{there.membership.pk}/"), {"do": "end"}, follow=True)
    assert "wenn jemand anderes die Mitglieder verwaltet" in response.content.decode()
    member = colleague(there)
    client.post(members(there, f"{member.pk}/"), {"do": "raise"})
    response = client.post(members(there, f"{there.membership.pk}/"), {"do": "end"})
    assert response.headers["Location"] == "/helfen/"


def test_members_do_nothing_to_each_other(client_of, there):
    one, other = colleague(there), colleague(there)
    assert client_of(one.user).post(members(there, f"{other.pk}/"), {"do": "end"}).status_code == 404
    assert client_of(there.user).post(members(there, f"{team().membership.pk}/"), {"do": "end"}).status_code == 404
