import uuid

import pytest
from django.utils import timezone

from mailbox.permissions import may_change_text, may_handle, may_write, may_write_texts
from portal.cases.enums import CaseStatus, Role, Scope
from portal.cases.models import Actor, Case, system_actor
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor

pytestmark = pytest.mark.django_db
HOUSE = uuid.uuid4()


@pytest.mark.parametrize(("traits", "allowed"), [({}, True), ({"closed": True}, True), ({"prospective": True}, False)])
def test_person_writes_once_something_was_handed_in(traits, allowed):
    case = CaseFactory(**traits)
    person = PersonFactory(case=case)

    assert may_write(claimant_actor(case), case, person) is allowed


@pytest.mark.parametrize(
    ("scope", "allowed"), [(Scope.SEND, True), (Scope.READ_POSTBOX, False), (Scope.FILL_IN, False)]
)
def test_helper_needs_the_scope(scope, allowed):
    standing = StandingFactory(helper=True, scopes=[scope])

    assert may_write(helper_actor(standing), standing.case, standing.person) is allowed


@pytest.mark.parametrize("wants", [True, False])
def test_member_writes_with_own_post_for_oneself_alone(wants):
    since = timezone.now() if wants else None
    member = PersonFactory(member=True, user=UserFactory(), wants_own_post_since=since)
    other = PersonFactory(member=True, case=member.case, wants_own_post_since=since)
    StandingFactory(person=member, kind="member", scopes=["own_part"])
    actor = actor_for_user(member.user, purpose="test")

    assert may_write(actor, member.case, member) is wants
    assert not may_write(actor, member.case, other)


def test_staff_of_the_house_write_and_others_do_not():
    person = PersonFactory()
    case = person.case

    assert may_write(staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter)), case, person)
    assert not may_write(staff_actor(StaffMembershipFactory()), case, person)
    assert not may_write(system_actor("test"), case, person)


def at_house(role, house=HOUSE):
    return Actor(role=role, jobcenter_id=house, membership_id=uuid.uuid4())


@pytest.mark.parametrize(("house", "allowed"), [(HOUSE, True), (uuid.uuid4(), False)])
def test_staff_of_the_house_handle_its_conversations(house, allowed):
    case = Case(jobcenter_id=HOUSE, status=CaseStatus.OPEN)

    assert may_handle(at_house(Role.CASEWORKER, house), case) is allowed


@pytest.mark.parametrize(
    ("role", "allowed"), [(Role.CASEWORKER, False), (Role.TEAM_LEAD, True), (Role.ADMINISTRATOR, True)]
)
def test_who_leads_writes_texts(role, allowed):
    assert may_write_texts(at_house(role)) is allowed


def test_texts_of_all_and_of_others_are_nobodys_to_change():
    lead = at_house(Role.TEAM_LEAD)

    assert [may_change_text(lead, house) for house in (HOUSE, None, uuid.uuid4())] == [True, False, False]
