import pytest

from appointments.selectors import Place, place_for
from portal.cases.enums import StandingKind
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import UserFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, helper_actor

pytestmark = pytest.mark.django_db


def test_place_is_the_open_case_and_oneself():
    standing = StandingFactory()
    StandingFactory(person=PersonFactory(case=CaseFactory(closed=True), user=standing.user))
    StandingFactory(person=PersonFactory(case=CaseFactory(prospective=True), user=standing.user))

    assert place_for(actor_for_user(standing.user, purpose="test")) == Place(standing.case, standing.person)


def test_place_is_a_case_in_preparation_where_nothing_else_is():
    standing = StandingFactory(person=PersonFactory(case=CaseFactory(prospective=True)))

    assert place_for(actor_for_user(standing.user, purpose="test")) == Place(standing.case, standing.person)


def test_place_of_a_member_is_about_themselves():
    standing = StandingFactory()
    member = PersonFactory(case=standing.case, is_applicant=False)
    StandingFactory(person=member, kind=StandingKind.MEMBER, scopes=["own_part"])

    assert place_for(actor_for_user(member.user, purpose="test")).person == member


def test_place_of_a_helper_needs_the_right_to_appointments():
    standing = StandingFactory()
    may = StandingFactory(helper=True, person=standing.person, scopes=["appointments"])
    may_not = StandingFactory(helper=True, person=standing.person)

    assert place_for(helper_actor(may)) == Place(standing.case, standing.person)
    assert place_for(helper_actor(may_not)) is None


def test_there_is_no_place_without_a_case():
    assert place_for(actor_for_user(UserFactory(), purpose="test")) is None
