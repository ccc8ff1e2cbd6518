import pytest

from mailbox.selectors.export import cases_to_export
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.exports import full_case, member_with_own_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    return full_case()


def test_claimant_staff_and_member_see_the_case(full):
    for actor in (full.claimant, full.staff, member_with_own_post(full.case)):
        assert list(cases_to_export(actor)) == [full.case]


def test_others_see_nothing(full):
    helping = StandingFactory(helper=True, person=full.person, scopes=["read_decisions", "fill_in"])
    foreign = staff_actor(StaffMembershipFactory())

    for actor in (helper_actor(helping), foreign, actor_for_user(UserFactory(), purpose="test")):
        assert list(cases_to_export(actor)) == []


def test_case_without_post_has_nothing_to_take_away():
    assert list(cases_to_export(claimant_actor(CaseFactory()))) == []
