import pytest

from applications.permissions.draft import may_discard, may_fill_in, may_send
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor, staff_actor

pytestmark = pytest.mark.django_db


def test_owner_may_fill_in_and_send():
    draft = DraftFactory()
    actor = claimant_actor(draft.case)

    assert (may_fill_in(actor=actor, draft=draft), may_send(actor=actor, draft=draft)) == (True, True)


def test_helper_may_fill_in_but_not_send():
    draft = DraftFactory()
    actor = helper_actor(StandingFactory(helper=True, person=draft.person, case=draft.case))

    assert (may_fill_in(actor=actor, draft=draft), may_send(actor=actor, draft=draft)) == (True, False)


def test_only_who_speaks_for_the_person_throws_away():
    draft = DraftFactory()
    helping = StandingFactory(helper=True, person=draft.person, case=draft.case, scopes=["fill_in", "send"])

    assert may_discard(actor=claimant_actor(draft.case), draft=draft)
    assert not may_discard(actor=helper_actor(helping), draft=draft)
    assert not may_discard(actor=staff_actor(StaffMembershipFactory()), draft=draft)


def test_others_and_staff_may_nothing():
    draft = DraftFactory()
    for actor in (actor_for_user(UserFactory(), purpose="test"), staff_actor(StaffMembershipFactory())):
        assert (may_fill_in(actor=actor, draft=draft), may_send(actor=actor, draft=draft)) == (False, False)
