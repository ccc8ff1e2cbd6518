import pytest

from portal.cases.models import Invitation, Standing
from portal.cases.services import answer_invitation
from tests.factories.accounts import OrganisationMembershipFactory, UserFactory
from tests.factories.invitations import user_actor
from tests.factories.organisations import advised_by, asked_client, colleague, ends_in, named, paper_of, team

pytestmark = pytest.mark.django_db
TYPED = {"invitee_name": "Karin Wolf", "work": "fill_in", "months": "6"}


@pytest.fixture
def there():
    return team(name="Beratungsstelle Brückenhaus")


def address(there, rest=""):
    return f"/helfen/organisation/{there.organisation.pk}/{rest}"


def test_list_shows_each_client_with_state_scopes_and_the_way_in(client_of, there):
    standing = ends_in(advised_by(there, invitee_name="Karin Wolf"), 10)
    named(standing.person, "Karin Wolf")
    asked_client(there, invitee_name="Otto Berg")
    paper_of(there, invitee_name="Ada Klein")
    page = client_of(there.user).get(address(there)).content.decode()
    for words in ("Karin Wolf", "läuft bald ab", "Otto Berg", "wartet auf Zustimmung", "Ada Klein", "Vollmacht fehlt"):
        assert words in page
    assert f"/fuer/{standing.case_id}/" in page


def test_list_costs_the_same_for_few_and_many(client_of, there, django_assert_num_queries):
    client = client_of(there.user)
    for _each in range(2):
        advised_by(there)
    client.get(address(there))
    with django_assert_num_queries(10):
        client.get(address(there))
    for _each in range(30):
        advised_by(there)
    with django_assert_num_queries(10):
        page = client.get(address(there)).content.decode()
    assert "Seite 1 von 2" in page


def test_search_is_sent_and_stands_in_no_address(client_of, there):
    for name in ("Karin Wolf", "Otto Berg"):
        named(advised_by(there).person, name)
    response = client_of(there.user).post(address(there), {"name": "wolf"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Karin Wolf" in page
    assert "Otto Berg" not in page


def test_nobody_found_is_said(client_of, there):
    assert "Niemand mit diesem Namen" in client_of(there.user).post(address(there), {"name": "x"}).content.decode()


@pytest.mark.parametrize("rest", ["", "anfragen/", "vollmacht/", "mitglieder/"])
@pytest.mark.parametrize("trait", ["ended", "closed"])
def test_former_members_and_shut_organisations_get_nothing(client_of, rest, trait):
    membership = OrganisationMembershipFactory(**{trait: True})
    there = type("There", (), {"organisation": membership.organisation})
    assert client_of(membership.user).get(address(there, rest)).status_code == 404
    assert client_of(UserFactory()).get(address(there, rest)).status_code == 404


def test_unchecked_organisation_has_a_page_that_says_so(client_of):
    membership = OrganisationMembershipFactory(unchecked=True)
    there = type("There", (), {"organisation": membership.organisation})
    client = client_of(membership.user)
    assert "Ihre Anmeldung wird geprüft" in client.get(address(there)).content.decode()
    assert client.post(address(there), {"name": "x"}).status_code == 404
    assert client.get(address(there, "anfragen/")).status_code == 404


def test_question_for_the_organisation_ends_in_a_grant_for_all_members(client_of, there):
    response = client_of(there.user).post(address(there, "anfragen/"), TYPED)
    invitation = Invitation.objects.get()
    assert response.headers["Location"] == f"/einladung/erstellt/{invitation.pk}/"
    user, member = UserFactory(), colleague(there)
    answer_invitation(actor=user_actor(user), invitation_id=invitation.pk, accept=True)
    standing = Standing.objects.of_others().get()
    assert (standing.organisation, standing.user, standing.kind) == (there.organisation, None, "adviser")
    assert client_of(member.user).get(f"/fuer/{standing.case_id}/").status_code == 200


def test_person_reads_the_name_of_the_organisation_and_who_of_it_did_what(client_of, there):
    standing = advised_by(there)
    client_of(there.user).get(f"/fuer/{standing.case_id}/antrag/")
    client = client_of(standing.person.user)
    assert "Beratungsstelle Brückenhaus" in client.get("/hilfe/").content.decode()
    client.post(f"/hilfe/{standing.pk}/beenden/")
    assert client_of(there.user).get(f"/fuer/{standing.case_id}/").status_code == 404


def test_question_that_is_incomplete_keeps_what_was_typed(client_of, there):
    page = client_of(there.user).post(address(there, "anfragen/"), TYPED | {"work": "none"}).content.decode()
    assert "Bitte wählen Sie aus" in page
    assert 'value="Karin Wolf"' in page


def test_colleague_sees_and_withdraws_a_question_of_another(client_of, there):
    invitation, member = asked_client(there), colleague(there)
    response = client_of(member.user).post(f"/einladung/erstellt/{invitation.pk}/zurueckziehen/")
    invitation.refresh_from_db()
    assert (invitation.status, response.headers["Location"]) == ("withdrawn", address(there))


def test_ending_asks_once_and_works_at_once(client_of, there):
    standing = advised_by(there)
    client = client_of(there.user)
    end = address(there, f"person/{standing.pk}/beenden/")
    assert "nicht mehr für" in client.get(end).content.decode()
    client.post(end)
    assert client.get(f"/fuer/{standing.case_id}/").status_code == 404


def test_clients_of_another_organisation_are_not_found(client_of, there):
    standing = advised_by(team())
    client = client_of(there.user)
    for rest in ("beenden", "verlaengern"):
        assert client.post(address(there, f"person/{standing.pk}/{rest}/")).status_code == 404
