import datetime

import pytest

from portal.cases.enums import ALL_SCOPES, Role, Scope
from portal.cases.selectors import actor_for_staff, actor_for_user
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db

PAST = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)


def test_claimant_has_the_scopes_of_the_own_standing_in_one_query(django_assert_num_queries):
    standing = StandingFactory()
    with django_assert_num_queries(1):
        actor = actor_for_user(standing.user, purpose="own_case")
    assert (actor.user_id, actor.role, actor.purpose) == (standing.user_id, Role.CLAIMANT, "own_case")
    assert actor.scopes == {standing.case_id: ALL_SCOPES}


def test_user_may_stand_for_several_cases_with_different_scopes():
    own = StandingFactory()
    helped = StandingFactory(helper=True, user=own.user)
    actor = actor_for_user(own.user, purpose="own_case")
    assert actor.role is Role.CLAIMANT
    assert actor.scopes == {own.case_id: ALL_SCOPES, helped.case_id: frozenset({Scope.FILL_IN, Scope.UPLOAD})}


def test_several_standings_on_one_case_add_up():
    first = StandingFactory(helper=True, scopes=["upload"])
    StandingFactory(helper=True, person=first.person, user=first.user, scopes=["read_postbox"])
    actor = actor_for_user(first.user, purpose="help")
    assert actor.scopes == {first.case_id: frozenset({Scope.UPLOAD, Scope.READ_POSTBOX})}


@pytest.mark.parametrize("kind", ["helper", "guardian"])
def test_who_only_helps_acts_as_helper(kind):
    standing = StandingFactory(helper=True, kind=kind)
    assert actor_for_user(standing.user, purpose="help").role is Role.HELPER


@pytest.mark.parametrize(
    "fields",
    [
        {"revoked_at": PAST},
        {"valid_to": PAST},
        {"valid_from": datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)},
        {"kind": "staff"},
    ],
)
def test_standing_that_does_not_hold_gives_nothing(fields):
    standing = StandingFactory(**fields)
    assert actor_for_user(standing.user, purpose="own_case").case_ids == frozenset()


def test_blocked_account_gets_nothing():
    standing = StandingFactory()
    standing.user.is_active = False
    assert actor_for_user(standing.user, purpose="own_case").case_ids == frozenset()


def test_staff_are_ordinary_people_on_citizen_pages():
    membership = StaffMembershipFactory(administrator=True)
    actor = actor_for_user(membership.user, purpose="own_case")
    assert (actor.role, actor.jobcenter_id, actor.case_ids) == (Role.CLAIMANT, None, frozenset())


@pytest.mark.parametrize(
    ("trait", "role"),
    [({}, Role.CASEWORKER), ({"team_lead": True}, Role.TEAM_LEAD), ({"administrator": True}, Role.ADMINISTRATOR)],
)
def test_staff_act_by_their_membership_in_one_query(trait, role, django_assert_num_queries):
    membership = StaffMembershipFactory(with_team=True, **trait)
    with django_assert_num_queries(1):
        actor = actor_for_staff(membership.user, purpose="triage")
    assert (actor.role, actor.user_id, actor.purpose) == (role, membership.user_id, "triage")
    assert (actor.jobcenter_id, actor.team_id, actor.membership_id) == (
        membership.jobcenter_id,
        membership.team_id,
        membership.pk,
    )


def test_own_standing_of_staff_does_not_mix_with_their_work():
    membership = StaffMembershipFactory()
    StandingFactory(person__user=membership.user)
    assert actor_for_staff(membership.user, purpose="triage").case_ids == frozenset()


def test_who_does_not_work_here_is_no_staff():
    assert actor_for_staff(UserFactory(), purpose="triage") is None
    assert actor_for_staff(StaffMembershipFactory(ended=True).user, purpose="triage") is None
