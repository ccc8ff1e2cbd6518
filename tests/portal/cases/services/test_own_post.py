import pytest

from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.cases.models import Person
from portal.cases.selectors import actor_for_user
from portal.cases.services import ask_for_own_post, give_up_own_post
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    applicant = PersonFactory()
    person = PersonFactory(member=True, case=applicant.case, user=UserFactory())
    StandingFactory(person=person, kind="member", scopes=["own_part"])
    return person


def self_of(person):
    return actor_for_user(person.user, purpose="test")


def test_wish_is_kept_with_the_safe_way(member):
    ask_for_own_post(actor=self_of(member), person=member, safe_contact="vormittags, 0176 1234567")

    stored = Person.objects.get(pk=member.pk)
    assert stored.wants_own_post_since is not None
    assert stored.safe_contact == "vormittags, 0176 1234567"


def test_asking_again_keeps_the_day_and_is_recorded_once(member):
    first = ask_for_own_post(actor=self_of(member), person=member)
    second = ask_for_own_post(actor=self_of(member), person=member, safe_contact="bei der Schwester")

    assert first.wants_own_post_since == second.wants_own_post_since
    assert Person.objects.get(pk=member.pk).safe_contact == "bei der Schwester"
    assert AuditEvent.objects.filter(event="person.own_post_asked").count() == 1


def test_wish_can_be_taken_back(member):
    ask_for_own_post(actor=self_of(member), person=member, safe_contact="bei der Schwester")
    give_up_own_post(actor=self_of(member), person=member)
    give_up_own_post(actor=self_of(member), person=member)

    stored = Person.objects.get(pk=member.pk)
    assert (stored.wants_own_post_since, stored.safe_contact) == (None, None)
    assert AuditEvent.objects.filter(event="person.own_post_given_up").count() == 1


def test_nobody_else_asks_for_the_person(member):
    applicant = claimant_actor(member.case)
    helper = helper_actor(StandingFactory(helper=True, person=member, scopes=["own_part"]))
    office = staff_actor(StaffMembershipFactory(jobcenter=member.case.jobcenter))
    for actor in (applicant, helper, office):
        with pytest.raises(NotPermitted):
            ask_for_own_post(actor=actor, person=member)


def test_applicant_has_no_post_beside_that_of_the_case():
    person = PersonFactory()

    with pytest.raises(NotPermitted):
        ask_for_own_post(actor=claimant_actor(person.case), person=person)


def test_trail_of_the_case_says_nothing_of_it(member):
    ask_for_own_post(actor=self_of(member), person=member)

    assert not AuditEvent.objects.filter(case_id=member.case_id).exists()
