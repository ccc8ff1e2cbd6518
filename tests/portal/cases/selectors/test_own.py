import pytest

from portal.cases.enums import Scope, StandingKind
from portal.cases.models import system_actor
from portal.cases.selectors import actor_concerned, cases_left_alone, own_persons, rights_resting_on
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory

pytestmark = pytest.mark.django_db


def concerned(user):
    return actor_concerned(user.pk, purpose="test")


def test_actor_concerned_leaves_out_whom_one_helps(django_assert_num_queries):
    own = StandingFactory()
    StandingFactory(helper=True, user=own.user)
    StandingFactory(kind=StandingKind.GUARDIAN, user=own.user)

    with django_assert_num_queries(2):
        actor = concerned(own.user)

    assert actor.case_ids == {own.case_id}


def test_actor_concerned_sees_no_case_any_more_that_was_taken_away():
    own = StandingFactory(revoked_at="2026-11-01T00:00Z")

    assert concerned(own.user).case_ids == frozenset()


def test_own_persons_are_those_of_the_account_in_own_cases():
    own = StandingFactory()
    PersonFactory(member=True, case=own.case)
    StandingFactory(helper=True, user=own.user)

    assert list(own_persons(concerned(own.user))) == [own.person]


@pytest.mark.parametrize("select", [own_persons, cases_left_alone], ids=["persons", "cases"])
def test_system_is_no_person(select):
    assert list(select(system_actor("test"))) == []


def test_case_is_left_alone_by_the_only_one_who_fills_in():
    own = StandingFactory()
    StandingFactory(helper=True, person=own.person)  # her right ends together with the person's

    assert cases_left_alone(concerned(own.user)) == {own.case_id}


@pytest.mark.parametrize("kind", [StandingKind.OWN, StandingKind.MEMBER, StandingKind.GUARDIAN])
def test_case_is_not_left_alone_while_others_fill_in(kind):
    own = StandingFactory()
    StandingFactory(kind=kind, case=own.case, person=None, user=UserFactory())

    assert cases_left_alone(concerned(own.user)) == frozenset()


def test_case_is_left_alone_when_others_only_upload():
    own = StandingFactory()
    StandingFactory(kind=StandingKind.GUARDIAN, case=own.case, person=None, user=UserFactory(), scopes=[Scope.UPLOAD])

    assert cases_left_alone(concerned(own.user)) == {own.case_id}


def test_right_with_checked_proof_rests_on_nobodys_account():
    own = StandingFactory()
    checked = {"proof_checked_at": "2026-11-01T00:00Z", "proof_checked_by": StaffMembershipFactory()}
    StandingFactory(kind=StandingKind.REPRESENTATIVE, person=own.person, user=UserFactory(), **checked)
    StandingFactory(adviser=True, person=own.person, granted_by_user=own.user, **checked)
    by_consent = StandingFactory(adviser=True, person=own.person, granted_by_user=own.user)

    assert list(rights_resting_on(concerned(own.user))) == [by_consent]
    assert cases_left_alone(concerned(own.user)) == frozenset()


def test_helpers_rest_on_who_gave_the_right_or_is_helped():
    own = StandingFactory()
    for_her = StandingFactory(helper=True, person=own.person)
    given = StandingFactory(helper=True, person=PersonFactory(member=True, case=own.case), granted_by_user=own.user)
    StandingFactory(helper=True, person=PersonFactory(member=True, case=own.case))
    StandingFactory(kind=StandingKind.GUARDIAN, person=own.person, user=UserFactory())
    StandingFactory(helper=True, person=own.person, revoked_at="2026-11-01T00:00Z")

    assert set(rights_resting_on(concerned(own.user))) == {for_her, given}
