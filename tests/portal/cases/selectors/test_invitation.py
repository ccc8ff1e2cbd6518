import datetime

import pytest
from django.utils import timezone

from portal.cases.enums import StandingKind
from portal.cases.selectors import begun_for_others, helpers_visible_to, invitations_visible_to, offers_of, requests_of
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, helper_actor, staff_actor
from tests.factories.invitations import begun, handed_over, offered, requested, user_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    return StandingFactory()


def test_person_sees_who_helps_and_who_has_helped(own):
    helping = StandingFactory(helper=True, person=own.person)
    ended = StandingFactory(helper=True, person=own.person, revoked_at=timezone.now())
    StandingFactory(helper=True)
    assert set(helpers_visible_to(user_actor(own.user))) == {helping, ended}


def test_helper_does_not_see_who_else_helps_a_guardian_does(own):
    helping = StandingFactory(helper=True, person=own.person)
    guardian = StandingFactory(helper=True, person=own.person, kind=StandingKind.GUARDIAN)
    assert list(helpers_visible_to(helper_actor(helping))) == []
    assert set(helpers_visible_to(helper_actor(guardian))) == {helping, guardian}


def test_member_of_the_household_does_not_see_who_helps(own):
    StandingFactory(helper=True, person=own.person)
    member = StandingFactory(
        person=PersonFactory(member=True, case=own.case, user=UserFactory()),
        kind=StandingKind.MEMBER,
        scopes=["own_part"],
    )
    offered(own)
    assert list(helpers_visible_to(user_actor(member.user))) == []
    assert list(offers_of(user_actor(member.user))) == []


def test_staff_do_not_see_it_here(own):
    StandingFactory(helper=True, person=own.person)
    assert list(helpers_visible_to(staff_actor(StaffMembershipFactory(jobcenter=own.case.jobcenter)))) == []


def test_person_sees_invitations_that_wait(own):
    waiting = offered(own).invitation
    over = offered(own).invitation
    over.expires_at = timezone.now() - datetime.timedelta(seconds=1)
    over.save()
    offered()
    assert list(offers_of(user_actor(own.user))) == [waiting]


def test_helper_sees_what_they_have_sent():
    helper = UserFactory()
    sent = {requested(helper).invitation, handed_over(begun(helper)).invitation}
    requested()
    assert set(requests_of(user_actor(helper))) == sent


def test_invitation_is_visible_to_who_sent_it_and_to_the_person_of_its_case(own):
    offer, request = offered(own).invitation, requested().invitation
    assert list(invitations_visible_to(user_actor(own.user))) == [offer]
    assert list(invitations_visible_to(user_actor(request.created_by_user))) == [request]
    helping = StandingFactory(helper=True, person=own.person)
    assert list(invitations_visible_to(helper_actor(helping))) == []


def test_begun_cases_are_those_whose_person_has_no_account():
    standing = begun()
    StandingFactory(helper=True, user=standing.user)
    assert list(begun_for_others(user_actor(standing.user))) == [standing]
