import pytest

from portal.cases.enums import Shown
from portal.cases.services import note_seen
from portal.pages.views.looks import PER_PAGE
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, StandingFactory, staff_actor

pytestmark = pytest.mark.django_db

ADDRESS = "/konto/zugriffe/"


@pytest.fixture
def case():
    return CaseFactory(jobcenter__name="Jobcenter Musterkreis")


@pytest.fixture
def person(client, case):
    client.force_login(case.persons.get(pk=StandingFactory(person__case=case).person_id).user)
    return client


def look(case, **trait):
    worker = StaffMembershipFactory(jobcenter=case.jobcenter, display_name="Frau Yıldız", **trait)
    note_seen(actor=staff_actor(worker), case_id=case.pk, shown=[Shown.ANSWERS, Shown.NOTES])


def text(response):
    return " ".join(response.content.decode().split())


def test_person_reads_function_kinds_and_reason_but_no_name(person, case):
    look(case)

    page = text(person.get(ADDRESS))

    for words in (
        "Sachbearbeitung, Jobcenter Musterkreis",
        "Gesehen: Angaben, interne Notizen",
        "Bearbeitung Ihres Falls",
    ):
        assert words in page
    assert "Yıldız" not in page


def test_nothing_yet_says_what_will_be_here(person):
    assert "Bisher hat niemand außer Ihnen Ihre Daten geöffnet." in text(person.get(ADDRESS))


def test_page_has_an_end_and_goes_on(person, case):
    for _ in range(PER_PAGE + 1):
        look(case)

    first, second = text(person.get(ADDRESS)), text(person.get(f"{ADDRESS}?seite=2"))

    assert (first.count("Gesehen:"), second.count("Gesehen:")) == (PER_PAGE, 1)
    assert "Ältere Zugriffe" in first
    assert "Neuere Zugriffe" in second


@pytest.mark.parametrize(("kind", "status"), [("guardian", 200), ("helper", 404), ("representative", 404)])
def test_of_those_who_act_for_the_person_only_the_guardian_reads_it(client, case, kind, status):
    standing = StandingFactory(helper=True, person__case=case, kind=kind)
    look(case)
    client.force_login(standing.user)

    page = client.get(f"/fuer/{case.pk}{ADDRESS}")

    assert (page.status_code, "Sachbearbeitung" in text(page)) == (status, status == 200)


def test_helper_reads_nothing_of_it_outside_of_the_space(client, case):
    standing = StandingFactory(helper=True, person__case=case)
    look(case)
    client.force_login(standing.user)

    assert "Sachbearbeitung" not in text(client.get(ADDRESS))


def test_many_looks_cost_as_many_queries_as_one(person, case, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    look(case)
    person.get(ADDRESS)
    with CaptureQueriesContext(connection) as few:
        person.get(ADDRESS)
    for _ in range(20):
        look(case)

    with django_assert_num_queries(len(few)):
        person.get(ADDRESS)
