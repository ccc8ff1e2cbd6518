import pytest

from portal.cases.models import Case
from tests.factories.cases import CaseFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
NUMBER = "12345BG0001234"


@pytest.fixture
def application(jobcenter):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))


def url(application):
    return f"/verwaltung/antraege/{application.pk}/bg-nummer/"


def test_number_is_entered_stands_on_the_case_page_and_finds_the_case(desk_of, worker, application):
    desk = desk_of(worker)
    page = desk.post(url(application), {"number": NUMBER}, follow=True).content.decode()
    found = desk.post("/verwaltung/antraege/suchen/", {"q": "12345//0001234"}, follow=True)

    assert "Gespeichert. Der Fall wird jetzt auch mit dieser Nummer gefunden." in page
    assert NUMBER in page
    assert [row.application for row in found.context["rows"]] == [application]


def test_known_number_is_in_the_field(desk_of, worker, application):
    desk = desk_of(worker)
    desk.post(url(application), {"number": NUMBER})

    assert f'value="{NUMBER}"' in desk.get(url(application)).content.decode()


def test_what_cannot_be_stored_stays_as_typed(desk_of, worker, application):
    response = desk_of(worker).post(url(application), {"number": "12"})

    assert (response.status_code, 'value="12"' in response.content.decode()) == (422, True)
    assert Case.objects.get(pk=application.case_id).household_number is None
