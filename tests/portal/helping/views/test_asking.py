import pytest
import time_machine
from django.utils import timezone

from portal.cases.models import Invitation, Standing
from portal.helping.views.secrets import LIFETIME
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.invitations import begun, handed_over, offered, requested

pytestmark = pytest.mark.django_db
TYPED = {"invitee_name": "Julia", "inviter_name": "Papa", "work": "fill_in", "months": "6"}


@pytest.fixture
def own():
    return StandingFactory()


def test_person_invites_and_gets_link_qr_code_and_code(client_of, own):
    client = client_of(own.user)
    response = client.post("/hilfe/einladen/", TYPED)
    invitation = Invitation.objects.get()
    assert (invitation.side, invitation.case, invitation.scopes) == ("offer", own.case, ["fill_in", "upload"])
    assert response.headers["Location"] == f"/einladung/erstellt/{invitation.pk}/"
    page = client.get(response.headers["Location"])
    text = page.content.decode()
    assert "/einladung/" in text
    assert "data:image/svg" in text
    assert page.headers["Cache-Control"] == "no-store"


def test_link_and_code_are_shown_for_a_while_and_in_that_session_only(client_of, own):
    client = client_of(own.user)
    address = client.post("/hilfe/einladen/", TYPED).headers["Location"]
    assert "jc-check__code" in client.get(address).content.decode()
    assert "jc-check__code" not in client_of(own.user).get(address).content.decode()
    with time_machine.travel(timezone.now().timestamp() + LIFETIME + 1, tick=False):
        assert "Link und Code zeigen wir nur einmal" in client.get(address).content.decode()


def test_session_does_not_hold_them_readable(client_of, own):
    client = client_of(own.user)
    address = client.post("/hilfe/einladen/", TYPED).headers["Location"]
    code = client.get(address).content.decode().partition('jc-check__code">')[2][:9]
    assert code not in str(dict(client.session))


def test_invitation_of_somebody_without_a_case_prepares_one(client_of):
    user = UserFactory()
    client_of(user).post("/hilfe/einladen/", TYPED)
    assert Invitation.objects.get().case.status == "prospective"
    assert Standing.objects.own().get().user == user


def test_form_with_an_error_keeps_what_was_typed_and_makes_nothing(client_of, own):
    page = client_of(own.user).post("/hilfe/einladen/", TYPED | {"work": "none"}).content.decode()
    assert "Bitte wählen Sie aus, was die Person tun darf." in page
    assert 'value="Julia"' in page
    assert not Invitation.objects.exists()


def test_inviting_asks_once_more_who_one_is(client_of, own):
    client = client_of(own.user)
    with time_machine.travel(timezone.now().timestamp() + 20 * 60, tick=False):
        response = client.get("/hilfe/einladen/")
    assert response.headers["Location"].endswith("?next=%2Fhilfe%2Feinladen%2F")


def test_helper_offers_help(client_of):
    user = UserFactory()
    client = client_of(user)
    address = client.post("/helfen/anbieten/", TYPED).headers["Location"]
    assert Invitation.objects.get().side == "request"
    assert "Julia" in client.get(address).content.decode()


def test_invitations_of_others_are_not_there(client_of):
    sent = offered()
    client = client_of(UserFactory())
    assert client.get(f"/einladung/erstellt/{sent.invitation.pk}/").status_code == 404
    assert client.post(f"/einladung/erstellt/{sent.invitation.pk}/zurueckziehen/").status_code == 404


@pytest.mark.parametrize(("make", "back"), [(offered, "/hilfe/"), (requested, "/helfen/")])
def test_invitation_is_taken_back(client_of, make, back):
    sent = make()
    client = client_of(sent.invitation.created_by_user)
    response = client.post(f"/einladung/erstellt/{sent.invitation.pk}/zurueckziehen/")
    assert response.headers["Location"] == back
    assert Invitation.objects.get().status == "withdrawn"


def test_too_many_are_refused_in_words(client_of, own):
    for _number in range(20):
        offered(own)
    page = client_of(own.user).post("/hilfe/einladen/", TYPED).content.decode()
    assert "Es warten schon sehr viele Einladungen" in page


def test_handover_page_says_that_both_are_needed(client_of):
    standing = begun()
    client = client_of(standing.user)
    address = client.post(f"/helfen/{standing.pk}/uebergeben/").headers["Location"]
    assert "Papa braucht beides" in client.get(address).content.decode()


def test_handover_that_was_taken_is_over(client_of):
    handover = handed_over()
    handover.invitation.status, handover.invitation.answered_at = "accepted", timezone.now()
    handover.invitation.save()
    page = client_of(handover.standing.user).get(f"/einladung/erstellt/{handover.invitation.pk}/").content.decode()
    assert "gilt nicht mehr" in page
