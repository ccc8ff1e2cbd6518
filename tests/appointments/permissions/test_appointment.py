import pytest
from django.utils import timezone

from appointments.permissions import may_arrange, persons_to_arrange_for
from portal.cases.enums import StandingKind
from portal.cases.selectors import actor_for_user
from tests.factories.cases import PersonFactory, StandingFactory, helper_actor
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


def may(standing, person):
    return may_arrange(actor_for_user(standing.user, purpose="test"), person.case, person)


def test_arranging_is_for_who_may_use_appointments():
    assert may(StandingFactory(), PersonFactory()) is False
    standing = StandingFactory()
    assert may(standing, standing.person) is True


def test_arranging_for_member_with_own_post_is_theirs_alone():
    standing = StandingFactory()
    member = PersonFactory(case=standing.case, is_applicant=False, wants_own_post_since=timezone.now())
    own = StandingFactory(person=member, kind=StandingKind.MEMBER, scopes=["own_part"])

    assert (may(standing, member), may(own, member), may(own, standing.person)) == (False, True, False)


def test_arranging_for_own_post_is_also_for_who_represents_by_right():
    standing = StandingFactory()
    member = PersonFactory(case=standing.case, member=True, wants_own_post_since=timezone.now())
    guardian = RepresentationFactory(person=member)
    unchecked = RepresentationFactory(unchecked=True, person=member)

    assert [may_arrange(helper_actor(each), member.case, member) for each in (guardian, unchecked)] == [True, False]


def test_applicant_arranges_for_the_household_but_not_for_own_post():
    standing = StandingFactory()
    child = PersonFactory(case=standing.case, member=True)
    PersonFactory(case=standing.case, member=True, wants_own_post_since=timezone.now())

    assert persons_to_arrange_for(actor_for_user(standing.user, purpose="test"), standing.case) == [
        standing.person,
        child,
    ]


def test_member_and_helper_arrange_for_one_person_alone():
    standing = StandingFactory()
    member = PersonFactory(case=standing.case, is_applicant=False)
    own = StandingFactory(person=member, kind=StandingKind.MEMBER, scopes=["own_part"])
    helper = StandingFactory(helper=True, person=standing.person, scopes=["appointments"])

    assert persons_to_arrange_for(actor_for_user(own.user, purpose="test"), standing.case) == [member]
    assert persons_to_arrange_for(helper_actor(helper), standing.case) == [standing.person]


def test_arranging_needs_person_of_that_case():
    standing = StandingFactory()
    assert may_arrange(actor_for_user(standing.user, purpose="test"), standing.case, PersonFactory()) is False
