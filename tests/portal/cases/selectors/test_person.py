import datetime

import pytest

from portal.cases.models import system_actor
from portal.cases.selectors import find_persons, own_person, persons_visible_to
from portal.cases.services import PersonDetails, name_persons
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor

pytestmark = pytest.mark.django_db

BORN = datetime.date(1979, 5, 4)


@pytest.fixture
def caseworker():
    return StaffMembershipFactory()


@pytest.fixture
def mueller(caseworker):
    person = PersonFactory(case=CaseFactory(jobcenter=caseworker.jobcenter))
    details = PersonDetails(name="Andreas Müller", birth_date=BORN, phone="+49 170 12345")
    name_persons(actor=system_actor("test"), case=person.case, details={person: details})
    return person


def test_citizens_see_persons_of_their_cases_only():
    person = PersonFactory()
    child = PersonFactory(case=person.case, member=True)
    PersonFactory()
    assert set(persons_visible_to(claimant_actor(person.case))) == {person, child}


def test_staff_see_persons_of_their_jobcenter_only(caseworker, mueller):
    PersonFactory()
    assert list(persons_visible_to(staff_actor(caseworker))) == [mueller]


def test_own_person_is_the_one_with_the_account():
    person = PersonFactory()
    PersonFactory(case=person.case, member=True)
    assert own_person(claimant_actor(person.case), person.case_id) == person


def test_helpers_and_staff_are_no_person_of_the_case(caseworker, mueller):
    helper = StandingFactory(helper=True, person=mueller)

    assert own_person(helper_actor(helper), mueller.case_id) is None
    assert own_person(staff_actor(caseworker), mueller.case_id) is None


@pytest.mark.parametrize(
    "query",
    [
        {"name": "Müller"},
        {"name": "Mueller"},
        {"name": "muller"},
        {"name": "MÜLLER andreas"},
        {"name": "müll"},
        {"birth_date": BORN},
        {"phone": "0170 12345"},
        {"phone": "12345"},
        {"name": "Müller", "birth_date": BORN, "phone": "0170"},
    ],
)
def test_search_finds_by_name_birth_date_and_phone(query, caseworker, mueller):
    assert list(find_persons(staff_actor(caseworker), **query)) == [mueller]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"name": "  - "},
        {"name": "Müller Anna"},
        {"name": "Müller", "birth_date": datetime.date(1979, 5, 5)},
        {"name": "%"},
        {"phone": "999"},
    ],
)
def test_search_finds_nobody_who_does_not_fit(query, caseworker, mueller):
    assert list(find_persons(staff_actor(caseworker), **query)) == []


def test_search_stays_within_the_jobcenter(mueller):
    assert list(find_persons(staff_actor(StaffMembershipFactory()), name="Müller")) == []
