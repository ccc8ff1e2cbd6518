import pytest

from mailbox.permissions import may_write
from portal.cases.enums import Scope
from portal.cases.models import system_actor
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("traits", "allowed"), [({}, True), ({"closed": True}, True), ({"prospective": True}, False)])
def test_person_writes_once_something_was_handed_in(traits, allowed):
    case = CaseFactory(**traits)

    assert may_write(claimant_actor(case), case) is allowed


@pytest.mark.parametrize(
    ("scope", "allowed"), [(Scope.SEND, True), (Scope.READ_POSTBOX, False), (Scope.FILL_IN, False)]
)
def test_helper_needs_the_scope(scope, allowed):
    standing = StandingFactory(helper=True, scopes=[scope])

    assert may_write(helper_actor(standing), standing.case) is allowed


def test_member_with_the_own_part_only_does_not_write():
    member = StandingFactory(person=PersonFactory(), kind="member", scopes=["own_part"])

    from portal.cases.selectors import actor_for_user

    assert not may_write(actor_for_user(member.user, purpose="test"), member.case)


def test_staff_of_the_house_write_and_others_do_not():
    case = CaseFactory()

    assert may_write(staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter)), case)
    assert not may_write(staff_actor(StaffMembershipFactory()), case)
    assert not may_write(system_actor("test"), case)
