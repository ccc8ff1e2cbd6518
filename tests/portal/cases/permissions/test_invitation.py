import pytest

from portal.cases.enums import Scope, StandingKind
from portal.cases.permissions import may_hand_over, may_invite, may_offer_help, may_withdraw
from tests.factories.accounts import (
    OrganisationFactory,
    OrganisationMembershipFactory,
    StaffMembershipFactory,
    UserFactory,
)
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.invitations import begun, offered, requested, user_actor

pytestmark = pytest.mark.django_db
FILL_IN = {Scope.FILL_IN}


def test_person_invites_to_the_own_case_only():
    own = StandingFactory()
    assert may_invite(user_actor(own.user), own.case, FILL_IN)
    assert not may_invite(user_actor(own.user), StandingFactory().case, FILL_IN)


def test_guardian_invites_within_the_own_scopes():
    scopes = ["fill_in", "read_decisions", "send"]
    guardian = StandingFactory(helper=True, kind=StandingKind.GUARDIAN, scopes=scopes)
    assert may_invite(helper_actor(guardian), guardian.case, FILL_IN)
    assert not may_invite(helper_actor(guardian), guardian.case, {Scope.APPOINTMENTS})


def test_helpers_members_and_staff_invite_nobody():
    helping = StandingFactory(helper=True, scopes=["fill_in", "send"])
    member = StandingFactory(
        person=PersonFactory(member=True, case=helping.case, user=UserFactory()),
        kind=StandingKind.MEMBER,
        scopes=["own_part"],
    )
    StandingFactory(person__user=member.user)  # who has an own case elsewhere acts as claimant
    staff = staff_actor(StaffMembershipFactory(jobcenter=helping.case.jobcenter))
    for actor in (helper_actor(helping), user_actor(member.user), staff):
        assert not may_invite(actor, helping.case, {Scope.OWN_PART})
        assert not may_invite(actor, helping.case, FILL_IN)


def test_everybody_with_an_account_may_offer_help_but_not_from_within_a_space():
    helping = StandingFactory(helper=True)
    assert may_offer_help(user_actor(helping.user), None)
    assert not may_offer_help(helper_actor(helping), None)
    assert not may_offer_help(staff_actor(StaffMembershipFactory()), None)


def test_organisation_offers_help_by_who_works_there():
    organisation = OrganisationFactory()
    works_there = OrganisationMembershipFactory(organisation=organisation).user
    assert may_offer_help(user_actor(works_there), organisation)
    assert not may_offer_help(user_actor(UserFactory()), organisation)


def test_begun_case_is_handed_over_by_its_helper_until_somebody_has_it():
    standing = begun()
    assert may_hand_over(user_actor(standing.user), standing)
    assert not may_hand_over(user_actor(UserFactory()), standing)
    standing.person.user = UserFactory()
    assert not may_hand_over(user_actor(standing.user), standing)


def test_case_of_somebody_with_an_account_is_not_handed_over():
    helping = StandingFactory(helper=True)
    assert not may_hand_over(user_actor(helping.user), helping)


def test_who_has_sent_it_takes_it_back_and_the_person_of_the_case():
    own = StandingFactory()
    guardian = StandingFactory(
        helper=True, kind=StandingKind.GUARDIAN, person=own.person, scopes=["read_decisions", "send"]
    )
    invitation = offered(own).invitation
    assert may_withdraw(user_actor(own.user), invitation)
    assert may_withdraw(helper_actor(guardian), invitation)
    assert not may_withdraw(claimant_actor(PersonFactory().case), invitation)
    helper = UserFactory()
    assert may_withdraw(user_actor(helper), requested(helper).invitation)
    assert not may_withdraw(user_actor(own.user), requested(helper).invitation)
