import datetime

import pytest
from django.utils import timezone

from portal.cases.selectors import (
    ending_representations,
    representations_of_case,
    representing,
)
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, staff_actor
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db
MONTH = datetime.timedelta(days=30)


@pytest.fixture
def person():
    return PersonFactory()


def office(person):
    return staff_actor(StaffMembershipFactory(jobcenter=person.case.jobcenter))


def test_case_lists_what_was_ever_recorded_and_no_helpers(person):
    old = RepresentationFactory(person=person, revoked_at=timezone.now())
    StandingFactory(helper=True, person=person)
    new = RepresentationFactory(person=person, authorised=True)
    assert list(representations_of_case(person.case_id)) == [new, old]


def test_who_represents_now_in_one_query(person, django_assert_num_queries):
    whole_case = RepresentationFactory(person=person)
    whole_case.person = None
    whole_case.save()
    own = RepresentationFactory(person=person, authorised=True)
    RepresentationFactory(person=PersonFactory(member=True, case=person.case))
    RepresentationFactory(person=person, revoked_at=timezone.now())
    RepresentationFactory(person=person, valid_to=timezone.now())
    with django_assert_num_queries(1):
        assert representing(person.pk, person.case_id) == [whole_case, own]


def test_office_sees_30_days_ahead_what_ends(person):
    now = timezone.now()
    soon = RepresentationFactory(person=person, valid_to=now + MONTH - datetime.timedelta(hours=1))
    RepresentationFactory(person=person, valid_to=now + MONTH + datetime.timedelta(days=1))
    RepresentationFactory(person=person, unchecked=True, valid_to=now + datetime.timedelta(days=1))
    RepresentationFactory(valid_to=now + datetime.timedelta(days=1))
    assert list(ending_representations(office(person), within=MONTH)) == [soon]
    assert not ending_representations(claimant_actor(person.case), within=MONTH).exists()
