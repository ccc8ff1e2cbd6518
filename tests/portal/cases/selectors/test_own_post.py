import pytest

from mailbox.models import Thread
from portal.audit.models import AuditEvent
from portal.audit.services import record
from portal.cases.enums import Scope
from portal.cases.events import SEEN_ANSWERS, SEEN_MESSAGES
from portal.cases.models import system_actor
from portal.cases.selectors import actor_for_user, of_own_post, own_post_of
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.mailbox import ThreadFactory
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    applicant = PersonFactory()
    person = PersonFactory(
        member=True, case=applicant.case, user=UserFactory(), wants_own_post_since=applicant.created_at
    )
    StandingFactory(person=person, kind="member", scopes=["own_part"])
    return person


def found_by(actor, scope=Scope.READ_POSTBOX):
    return set(Thread.objects.filter(own_post_of(actor, scope)))


def test_own_post_is_found_by_whose_it_is(member):
    theirs = ThreadFactory(person=member)

    assert found_by(actor_for_user(member.user, purpose="test")) == {theirs}
    assert found_by(claimant_actor(member.case)) == set()
    assert found_by(staff_actor(StaffMembershipFactory(jobcenter=member.case.jobcenter))) == set()
    assert found_by(system_actor("test")) == set()


def test_representative_finds_it_by_right_and_with_the_scope(member):
    theirs = ThreadFactory(person=member)
    proved = RepresentationFactory(person=member, tasks=["post"])

    assert found_by(helper_actor(proved)) == {theirs}
    assert found_by(helper_actor(proved), Scope.SEND) == set()
    assert found_by(helper_actor(StandingFactory(helper=True, person=member, scopes=["read_postbox"]))) == set()


def test_trails_know_what_belongs_to_own_post(member):
    theirs, shared = ThreadFactory(person=member), ThreadFactory(case=member.case, person=PersonFactory())
    staff = staff_actor(StaffMembershipFactory(jobcenter=member.case.jobcenter))
    for actor, event, subject in (
        (staff, SEEN_MESSAGES, theirs),
        (actor_for_user(member.user, purpose="mailbox"), SEEN_ANSWERS, None),
        (actor_for_user(member.user, purpose="own_part"), SEEN_ANSWERS, None),  # the applicant may know that
        (staff, SEEN_MESSAGES, shared),
    ):
        record(actor, event, subject=subject, case_id=member.case_id)

    kept = AuditEvent.objects.filter(of_own_post([member.case_id])).order_by("id")

    assert list(kept.values_list("role", "purpose")) == [("caseworker", "test"), ("member", "mailbox")]
