import pytest

from portal.accounts.models import OrganisationMembership
from portal.cases.enums import Obstacle
from portal.cases.errors import InvitationNotAnswerable, NotPermitted
from portal.cases.models import Standing
from portal.cases.services import answer_invitation, invite_colleague, obstacle_to_answer
from tests.factories.accounts import UserFactory
from tests.factories.invitations import make_ask, user_actor
from tests.factories.organisations import colleague, team

pytestmark = pytest.mark.django_db


def invited(there, email="okafor@example.org", actor=None):
    ask = make_ask(inviter_name="Frau Yıldız", invitee_name="Herr Okafor", bound_email=email)
    return invite_colleague(actor=actor or there.actor, organisation=there.organisation, ask=ask).invitation


def test_yes_makes_a_member_and_no_standing():
    there, user = team(), UserFactory(email="okafor@example.org")
    invitation = invited(there)
    answered = answer_invitation(actor=user_actor(user), invitation_id=invitation.pk, accept=True)
    membership = OrganisationMembership.objects.get(user=user)
    assert (membership.display_name, membership.role) == ("Herr Okafor", "member")
    assert answered.status == "accepted"
    assert not Standing.objects.exists()


def test_only_the_invited_address_says_yes():
    invitation = invited(team())
    with pytest.raises(InvitationNotAnswerable) as refused:
        answer_invitation(actor=user_actor(UserFactory()), invitation_id=invitation.pk, accept=True)
    assert refused.value.obstacle == Obstacle.OTHER_ADDRESS


def test_invitation_without_an_address_is_not_possible():
    with pytest.raises(NotPermitted):
        invited(team(), email="")


def test_only_coordinators_of_the_organisation_invite():
    there, elsewhere = team(), team()
    member = colleague(there)
    for actor in (user_actor(member.user), elsewhere.actor):
        with pytest.raises(NotPermitted):
            invited(there, actor=actor)


@pytest.mark.parametrize("field", ["is_active", "confirmed_at"])
def test_invitation_of_an_organisation_that_is_shut_is_void(field):
    there = team()
    invitation = invited(there)
    setattr(there.organisation, field, None if field == "confirmed_at" else False)
    there.organisation.save()
    assert obstacle_to_answer(invitation, None) is Obstacle.WITHDRAWN
