import pytest
from django.utils import timezone

from portal.cases.models import Invitation, Standing
from portal.cases.services import answer_invitation
from tests.factories.accounts import OrganisationMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.invitations import begun, requested, user_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def helping():
    return StandingFactory(helper=True)


def test_list_leads_into_the_space_of_each_person(client_of, helping):
    page = client_of(helping.user).get("/helfen/").content.decode()
    assert "Für Miriam Sander handeln" in page
    assert f'href="/fuer/{helping.case_id}/"' in page
    assert "Anträge ausfüllen und sehen, was darin steht" in page


def test_list_costs_the_same_for_one_and_for_many(client_of, helping, django_assert_max_num_queries):
    client = client_of(helping.user)
    client.get("/helfen/")
    for _number in range(5):
        StandingFactory(helper=True, user=helping.user)
        requested(helping.user)
    with django_assert_max_num_queries(6):
        client.get("/helfen/")


def test_helper_learns_only_that_it_was_not_accepted(client_of):
    sent = requested()
    answer_invitation(actor=user_actor(UserFactory()), invitation_id=sent.invitation.pk, accept=False)
    page = client_of(sent.invitation.created_by_user).get("/helfen/").content.decode()
    assert "nicht angenommen" in page


def test_request_that_is_over_says_so(client_of):
    sent = requested()
    Invitation.objects.update(expires_at=timezone.now())
    assert "abgelaufen" in client_of(sent.invitation.created_by_user).get("/helfen/").content.decode()


def test_helper_leaves_at_any_time(client_of, helping):
    client = client_of(helping.user)
    assert (
        "Möchten Sie Miriam Sander nicht mehr helfen?"
        in client.get(f"/helfen/{helping.pk}/aufhoeren/").content.decode()
    )
    assert client.post(f"/helfen/{helping.pk}/aufhoeren/").headers["Location"] == "/helfen/"
    assert client.get(f"/fuer/{helping.case_id}/").status_code == 404
    assert Standing.objects.get(pk=helping.pk).revoked_at is not None


def test_nobody_leaves_for_another(client_of, helping):
    client = client_of(UserFactory())
    assert client.get(f"/helfen/{helping.pk}/aufhoeren/").status_code == 404
    assert client.post(f"/helfen/{helping.pk}/aufhoeren/").status_code == 404


def test_beginning_leads_into_the_space_of_a_new_case(client_of):
    user = UserFactory()
    response = client_of(user).post("/helfen/neu/", {"known_as": "Papa", "helper_name": "Julia"})
    standing = Standing.objects.get(user=user)
    assert response.headers["Location"] == f"/fuer/{standing.case_id}/"
    assert (standing.known_as, standing.person.user) == ("Papa", None)


def test_beginning_needs_both_names(client_of):
    page = client_of(UserFactory()).post("/helfen/neu/", {"known_as": "Papa"}).content.decode()
    assert 'value="Papa"' in page
    assert not Standing.objects.exists()


def test_begun_case_is_handed_over(client_of):
    standing = begun()
    client = client_of(standing.user)
    assert "Papa prüft, was Sie ausgefüllt haben" in client.get(f"/helfen/{standing.pk}/uebergeben/").content.decode()
    client.post(f"/helfen/{standing.pk}/uebergeben/")
    assert Invitation.objects.get().side == "handover"


def test_case_of_somebody_with_an_account_is_not_handed_over(client_of, helping):
    client = client_of(helping.user)
    assert client.get(f"/helfen/{helping.pk}/uebergeben/").status_code == 404
    assert client.post(f"/helfen/{helping.pk}/uebergeben/").status_code == 404


def test_clients_of_an_organisation_have_a_list_of_their_own(client_of):
    adviser = StandingFactory(adviser=True)
    member = OrganisationMembershipFactory(organisation=adviser.organisation)
    client = client_of(member.user)
    assert "Im Moment ist das niemand." in client.get("/helfen/").content.decode()
    assert client.get(f"/helfen/{adviser.pk}/aufhoeren/").status_code == 404


def test_guardian_does_not_leave_by_a_button(client_of):
    guardian = StandingFactory(helper=True, kind="guardian")
    client = client_of(guardian.user)
    assert "Nicht mehr helfen" not in client.get("/helfen/").content.decode()
    assert client.get(f"/helfen/{guardian.pk}/aufhoeren/").status_code == 404
    assert client.post(f"/helfen/{guardian.pk}/aufhoeren/").status_code == 404
