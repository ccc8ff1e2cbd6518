import datetime

import pytest
from django.utils import timezone

from portal.cases.domain.invitation import Party, answer, locked_invitation, obstacle_for
from portal.cases.enums import InvitationStatus, Obstacle, StandingKind
from portal.cases.errors import TransitionNotAllowed
from tests.factories.accounts import OrganisationFactory, OrganisationMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.invitations import begun, handed_over, offered, requested, user_actor

pytestmark = pytest.mark.django_db


def obstacle(sent, user, **later):
    return obstacle_for(sent.invitation, user, timezone.now() + datetime.timedelta(**later))


def test_nothing_hinders_whoever_is_asked():
    assert obstacle(offered(), UserFactory()) is None
    assert obstacle(requested(), UserFactory()) is None
    assert obstacle(handed_over(), UserFactory()) is None


def test_invitation_holds_for_seven_days():
    sent = offered()
    assert obstacle(sent, UserFactory(), days=6, hours=23) is None
    assert obstacle(sent, UserFactory(), days=7) is Obstacle.EXPIRED


@pytest.mark.parametrize(
    ("status", "party", "said"),
    [
        (InvitationStatus.ACCEPTED, Party.ASKED, Obstacle.USED),
        (InvitationStatus.DECLINED, Party.ASKED, Obstacle.USED),
        (InvitationStatus.WITHDRAWN, Party.ASKING, Obstacle.WITHDRAWN),
    ],
)
def test_answer_ends_it_for_good(status, party, said):
    sent = offered()
    invitation = locked_invitation(sent.invitation.pk)
    answer(invitation, to=status, party=party, user_id=None, at=timezone.now())
    sent.invitation.refresh_from_db()
    assert obstacle(sent, UserFactory()) is said
    with pytest.raises(TransitionNotAllowed):
        answer(invitation, to=InvitationStatus.ACCEPTED, party=Party.ASKED, user_id=None, at=timezone.now())


@pytest.mark.parametrize(
    ("status", "party"),
    [
        (InvitationStatus.ACCEPTED, Party.ASKING),
        (InvitationStatus.DECLINED, Party.ASKING),
        (InvitationStatus.WITHDRAWN, Party.ASKED),
        (InvitationStatus.OPEN, Party.ASKED),
    ],
)
def test_each_side_has_its_own_answers(status, party):
    with pytest.raises(TransitionNotAllowed):
        answer(offered().invitation, to=status, party=party, user_id=None, at=timezone.now())


def test_whoever_asks_cannot_answer():
    own, helper = StandingFactory(), UserFactory()
    assert obstacle(offered(own), own.user) is Obstacle.OWN
    assert obstacle(requested(helper), helper) is Obstacle.OWN
    draft = begun(helper)
    assert obstacle(handed_over(draft), helper) is Obstacle.OWN


def test_bound_invitation_is_for_one_confirmed_address_in_any_spelling():
    sent = offered(bound_email="Julia@MÜLLER.example")
    assert obstacle(sent, UserFactory(email="julia@xn--mller-kva.example")) is None
    assert obstacle(sent, UserFactory(email="jan@xn--mller-kva.example")) is Obstacle.OTHER_ADDRESS
    bound = offered(bound_email="neu@example.org")
    assert obstacle(bound, UserFactory(email="neu@example.org", verified=False)) is Obstacle.OTHER_ADDRESS


def test_invitation_to_an_organisation_is_for_who_works_there_today():
    organisation = OrganisationFactory()
    sent = offered(organisation=organisation, kind=StandingKind.ADVISER)
    works_there = OrganisationMembershipFactory(organisation=organisation).user
    left = OrganisationMembershipFactory(organisation=organisation, ended=True).user
    assert obstacle(sent, works_there) is None
    assert obstacle(sent, left) is Obstacle.OTHER_ADDRESS
    StandingFactory(adviser=True, organisation=organisation, person=sent.invitation.person)
    assert obstacle(sent, works_there) is Obstacle.ALREADY_HELPING


def test_who_helps_already_needs_no_invitation():
    sent = offered()
    helping = StandingFactory(helper=True, person=sent.invitation.person)
    assert obstacle(sent, helping.user) is Obstacle.ALREADY_HELPING
    helping.revoked_at = timezone.now()
    helping.save()
    assert obstacle(sent, helping.user) is None


def test_who_is_helped_already_is_not_asked_again():
    helping = StandingFactory(helper=True)
    own = StandingFactory(person=helping.person, user=helping.person.user)
    sent = requested(helping.user)
    assert obstacle(sent, own.user) is Obstacle.ALREADY_HELPING
    assert obstacle(sent, UserFactory()) is None


def test_invitation_ends_with_the_right_to_invite():
    own = StandingFactory()
    sent = offered(own)
    own.revoked_at = timezone.now()
    own.save()
    assert obstacle(sent, UserFactory()) is Obstacle.WITHDRAWN


def test_invitation_of_a_blocked_account_is_void():
    helper = UserFactory()
    sent = requested(helper)
    helper.is_active = False
    helper.save()
    sent.invitation.refresh_from_db()
    assert obstacle(sent, UserFactory()) is Obstacle.WITHDRAWN
    assert user_actor(helper).case_ids == frozenset()
