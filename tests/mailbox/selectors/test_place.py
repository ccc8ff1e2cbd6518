import datetime

import pytest
from django.utils import timezone

from mailbox.selectors import may_begin, place_for_new
from portal.cases.enums import Scope
from portal.cases.selectors import actor_for_guest, actor_for_user
from tests.factories.accounts import UserFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, helper_actor

pytestmark = pytest.mark.django_db


def test_open_case_goes_before_a_closed_one_and_the_later_before_the_earlier():
    user = UserFactory()
    cases = [
        CaseFactory(closed=True),
        CaseFactory(opened_at=timezone.now() - datetime.timedelta(days=9)),
        CaseFactory(opened_at=timezone.now()),
        CaseFactory(prospective=True),
    ]
    for case in cases:
        StandingFactory(person=PersonFactory(case=case, user=user))

    place = place_for_new(actor_for_user(user, purpose="test"))

    assert place.case == cases[2]
    assert place.person.user == user


def test_without_an_open_case_there_is_no_place():
    standing = StandingFactory(person__case=CaseFactory(prospective=True))
    actor = actor_for_user(standing.user, purpose="test")

    assert place_for_new(actor) is None
    assert not may_begin(actor)


def test_helper_writes_for_the_person_they_act_for():
    applicant = PersonFactory()
    member = PersonFactory(member=True, case=applicant.case)
    helper = helper_actor(StandingFactory(helper=True, person=member, scopes=[Scope.SEND]))

    assert place_for_new(helper).person == member


def test_guest_writes_for_the_applicant():
    standing = StandingFactory(guest=True)

    assert place_for_new(actor_for_guest(standing.pk, purpose="test")).person == standing.person
