import datetime

import pytest

from portal.audit.services import record, request_id, shred_actor
from portal.cases.events import SEEN_ANSWERS, SEEN_DOCUMENTS, SEEN_MESSAGES
from portal.cases.models import system_actor
from portal.cases.selectors import actor_acting_for
from portal.pages.selectors.looks import in_words, looks
from tests.factories.accounts import OrganisationMembershipFactory, StaffMembershipFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory(jobcenter__name="Jobcenter Musterkreis")


@pytest.fixture
def person(case):
    return claimant_actor(case)


@pytest.fixture
def worker(case):
    return StaffMembershipFactory(jobcenter=case.jobcenter)


def told(person):
    return in_words(looks(person))


def acting(case, **fields):
    standing = StandingFactory(helper=True, case=case, person=case.persons.get(), **fields)
    return actor_acting_for(standing.user, case.pk, purpose="fill_in")


def test_one_person_on_one_day_is_one_line(case, person, worker):
    for number, event in enumerate((SEEN_ANSWERS, SEEN_MESSAGES, SEEN_ANSWERS)):
        with request_id(str(number)):
            record(staff_actor(worker, purpose=f"page_{number}"), event, case_id=case.pk)

    (line,) = told(person)

    assert (line.who, line.shown, line.times) == (
        "Sachbearbeitung, Jobcenter Musterkreis",
        ("Angaben", "Nachrichten"),
        3,
    )
    assert line.first < line.last
    assert isinstance(line.day, datetime.date)


def test_each_reason_is_a_line_of_its_own(case, person, worker):
    for purpose in ("case_work", "complaint"):
        record(staff_actor(worker, purpose=purpose), SEEN_ANSWERS, case_id=case.pk)

    assert {line.why for line in told(person)} == {"Bearbeitung Ihres Falls", "Beschwerde oder Widerspruch"}


@pytest.mark.parametrize(
    ("kind", "who", "why"),
    [
        ("helper", "Helfende Person, Julia", "Hilfe für Sie"),
        ("representative", "Bevollmächtigte Person, Julia", "Vertretung für Sie"),
        ("guardian", "Rechtliche Betreuung oder Vertretung, Julia", "Vertretung für Sie"),
    ],
)
def test_helpers_stand_there_as_the_person_calls_them(case, person, kind, who, why):
    record(acting(case, kind=kind, holder_name="Julia"), SEEN_DOCUMENTS, case_id=case.pk)

    assert [(line.who, line.shown, line.why) for line in told(person)] == [(who, ("Inhalt von Unterlagen",), why)]


def test_advisers_stand_there_with_their_organisation(case, person):
    standing = StandingFactory(adviser=True, case=case, person=case.persons.get())
    adviser = OrganisationMembershipFactory(organisation=standing.organisation)
    record(actor_acting_for(adviser.user, case.pk, purpose="fill_in"), SEEN_ANSWERS, case_id=case.pk)

    assert [line.who for line in told(person)] == [
        f"Beratungsstelle oder Maßnahmeträger, {standing.organisation.name}, Frau Yıldız"
    ]


def test_helper_without_a_name_and_shredded_staff_leave_the_function(case, person, worker):
    record(acting(case), SEEN_ANSWERS, case_id=case.pk)
    record(staff_actor(worker), SEEN_ANSWERS, case_id=case.pk)
    shred_actor(worker.user_id, actor=system_actor("test"))

    assert {line.who for line in told(person)} == {"Helfende Person", "Sachbearbeitung"}


def test_days_come_newest_first_in_german_days(case, person, worker):
    record(staff_actor(worker), SEEN_ANSWERS, case_id=case.pk)
    record(acting(case), SEEN_ANSWERS, case_id=case.pk)

    assert [line.who for line in told(person)] == ["Helfende Person", "Sachbearbeitung, Jobcenter Musterkreis"]


def test_words_cost_four_queries(case, person, worker, django_assert_num_queries):
    standing = StandingFactory(adviser=True, case=case, person=case.persons.get())
    adviser = OrganisationMembershipFactory(organisation=standing.organisation)
    record(actor_acting_for(adviser.user, case.pk, purpose="fill_in"), SEEN_ANSWERS, case_id=case.pk)
    record(acting(case), SEEN_ANSWERS, case_id=case.pk)
    record(staff_actor(worker), SEEN_ANSWERS, case_id=case.pk)
    rows = list(looks(person))

    with django_assert_num_queries(4):
        in_words(rows)
