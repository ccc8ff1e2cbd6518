import pytest

from portal.accounts.models import User
from portal.audit.services import record
from portal.cases.enums import Shown
from portal.cases.events import CASE_OPENED, SEEN_ANSWERS, SEEN_DOCUMENTS
from portal.cases.selectors import actor_acting_for, actor_for_user, cases_overseen_by, looks_of_others, shown_by
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory()


def acting(case, kind):
    standing = StandingFactory(helper=True, person__case=case, person__user=None, kind=kind)
    return actor_acting_for(standing.user, case.pk, purpose="test")


def test_code_says_what_was_seen():
    assert (shown_by("seen.notes"), shown_by("case.opened")) == (Shown.NOTES, None)


def test_person_oversees_the_own_case(case, django_assert_num_queries):
    actor = claimant_actor(case)

    with django_assert_num_queries(1):
        assert cases_overseen_by(actor) == {case.pk}


@pytest.mark.parametrize(("kind", "oversees"), [("guardian", True), ("helper", False), ("representative", False)])
def test_of_those_who_act_only_guardians_oversee(case, kind, oversees):
    assert cases_overseen_by(acting(case, kind)) == ({case.pk} if oversees else set())


def test_member_of_the_household_oversees_nothing(case):
    member = StandingFactory(person__case=case, person__is_applicant=False, kind="member", scopes=["own_part"])

    assert cases_overseen_by(actor_for_user(member.user, purpose="test")) == set()


def test_ended_standing_oversees_nothing(case):
    actor = claimant_actor(case)
    case.standings.update(revoked_at="2026-01-02T00:00Z")

    assert cases_overseen_by(actor) == set()


def test_staff_and_strangers_oversee_nothing(case):
    worker = staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter))

    assert [cases_overseen_by(actor) for actor in (worker, actor_for_user(UserFactory(), purpose="test"))] == [
        set()
    ] * 2


def test_looks_are_those_of_others_at_this_case(case):
    person = claimant_actor(case)
    worker = staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter))
    record(worker, SEEN_ANSWERS, case_id=case.pk)
    record(worker, SEEN_ANSWERS, case_id=CaseFactory().pk)
    record(worker, CASE_OPENED, case_id=case.pk)
    record(person, SEEN_DOCUMENTS, case_id=case.pk)

    assert [(look.event, look.role) for look in looks_of_others(person, [case.pk])] == [("seen.answers", "caseworker")]


def test_guardian_does_not_read_of_the_own_looks(case):
    guardian = acting(case, "guardian")
    helper = StandingFactory(helper=True, case=case, person=case.persons.get())
    record(guardian, SEEN_ANSWERS, case_id=case.pk)
    record(actor_acting_for(helper.user, case.pk, purpose="test"), SEEN_ANSWERS, case_id=case.pk)

    assert [look.role for look in looks_of_others(guardian, [case.pk])] == ["helper"]


def test_colleague_who_looks_at_the_own_case_as_staff_is_told(case):
    person = claimant_actor(case)
    User.objects.filter(pk=person.user_id).update(is_staff=True)
    membership = StaffMembershipFactory(jobcenter=case.jobcenter, user=User.objects.get(pk=person.user_id))
    record(staff_actor(membership), SEEN_ANSWERS, case_id=case.pk)

    assert [look.role for look in looks_of_others(person, [case.pk])] == ["caseworker"]
