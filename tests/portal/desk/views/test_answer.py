import pytest

from applications.enums import ApplicationStatus
from applications.models import Application, RequestAnswer
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory
from tests.factories.sent import sent_trip
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def trip(jobcenter):
    return sent_trip(CaseFactory(jobcenter=jobcenter), reason="Hochzeit meiner Schwester")


def url(application):
    return f"/verwaltung/antraege/{application.pk}/antwort/"


def test_case_page_leads_to_the_answer(desk_of, worker, trip):
    assert url(trip) in desk_of(worker).get(f"/verwaltung/antraege/{trip.pk}/").content.decode()


def test_page_shows_what_is_asked_and_what_the_person_will_read(desk_of, worker, trip):
    page = desk_of(worker).get(url(trip)).content.decode()

    assert "7.\xa0Dezember 2026" in page
    assert "Hochzeit meiner Schwester" in page
    assert "„Wir haben zugestimmt. Sie können in der Zeit, um die Sie gebeten haben, wegfahren.“" in page


def test_yes_is_stored_and_seen_on_the_case_page(desk_of, worker, trip):
    page = desk_of(worker).post(url(trip), {"verdict": "agreed", "text": "Gute Reise"}, follow=True).content.decode()

    assert Application.objects.get(pk=trip.pk).status == ApplicationStatus.DECIDED
    assert "Die Person liest jetzt, dass Sie zugestimmt haben." in page
    assert "Gute Reise" in page
    assert url(trip) not in page


@pytest.mark.parametrize("typed", [{}, {"verdict": "refused"}, {"verdict": "asked", "text": " "}, {"verdict": "maybe"}])
def test_what_cannot_be_stored_comes_back(desk_of, worker, trip, typed):
    assert desk_of(worker).post(url(trip), typed).status_code == 422
    assert RequestAnswer.objects.count() == 0


def test_request_that_is_answered_leads_back_to_the_case(desk_of, worker, trip):
    desk = desk_of(worker)
    desk.post(url(trip), {"verdict": "agreed"})

    response = desk.post(url(trip), {"verdict": "refused", "text": "Nein"}, follow=True)

    assert "schon beantwortet" in response.content.decode()
    assert [each.verdict for each in RequestAnswer.objects.all()] == ["agreed"]


def test_other_applications_and_other_houses_have_no_such_page(desk_of, worker, jobcenter, trip):
    other = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))

    assert desk_of(worker).get(url(other)).status_code == 404
    assert desk_of(StaffMembershipFactory()).get(url(trip)).status_code == 404
