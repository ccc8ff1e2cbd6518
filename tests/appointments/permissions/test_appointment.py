import pytest
from django.utils import timezone

from appointments.permissions import may_arrange
from portal.cases.enums import StandingKind
from portal.cases.selectors import actor_for_user
from tests.factories.cases import PersonFactory, StandingFactory

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


def test_arranging_needs_person_of_that_case():
    standing = StandingFactory()
    assert may_arrange(actor_for_user(standing.user, purpose="test"), standing.case, PersonFactory()) is False
