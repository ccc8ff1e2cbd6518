import datetime

import pytest

from applications.models import GrantPeriod
from tests.factories.cases import CaseFactory
from tests.factories.renewals import GrantPeriodFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
DAYS = {"starts_on": "2026-02-01", "ends_on": "2027-01-31"}


@pytest.fixture
def application(jobcenter):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))


def url(application):
    return f"/verwaltung/antraege/{application.pk}/bewilligung/"


def test_period_is_entered_and_stands_on_the_case_page(desk_of, worker, application):
    desk = desk_of(worker)
    before = desk.get(f"/verwaltung/antraege/{application.pk}/").content.decode()
    page = desk.post(url(application), DAYS, follow=True).content.decode()

    assert "Kein Zeitraum eingetragen." in before
    assert "Gespeichert: bewilligt bis 31.\xa0Januar 2027." in page
    assert "Bewilligt von 01.02.2026 bis 31.01.2027." in page
    assert GrantPeriod.objects.get().entered_by == worker


def test_earlier_entries_stay_to_be_seen(desk_of, worker, application):
    desk = desk_of(worker)
    desk.post(url(application), DAYS)
    desk.post(url(application), {**DAYS, "ends_on": "2027-02-28"})

    page = desk.get(url(application)).content.decode()
    assert "01.02.2026 – 28.02.2027 (gilt)" in page
    assert "01.02.2026 – 31.01.2027</td>" in page


def test_known_days_are_in_the_fields(desk_of, worker, application):
    GrantPeriodFactory(case=application.case, entered_by=worker)

    page = desk_of(worker).get(url(application)).content.decode()
    assert 'value="2027-01-31"' in page
    assert "wird 8 Wochen vorher" in page


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({**DAYS, "ends_on": "2026-01-31"}, "Der letzte Tag liegt vor dem ersten."),
        ({"starts_on": "2026-02-01"}, "Bitte tragen Sie den letzten Tag ein."),
        ({**DAYS, "starts_on": "bald"}, "Bitte tragen Sie das Datum so ein"),
    ],
)
def test_what_cannot_be_stored_stays_as_typed(desk_of, worker, application, typed, words):
    response = desk_of(worker).post(url(application), typed)

    assert response.status_code == 422
    assert words in response.content.decode()
    assert f'value="{typed["starts_on"]}"' in response.content.decode()
    assert not GrantPeriod.objects.exists()


def test_reminder_and_renewal_are_told_to_staff(desk_of, worker, application):
    period = GrantPeriodFactory(
        case=application.case,
        entered_by=worker,
        reminded_at=datetime.datetime(2026, 12, 6, 9, 0, tzinfo=datetime.UTC),
    )
    case_page = f"/verwaltung/antraege/{application.pk}/"
    desk = desk_of(worker)

    assert "erinnert am 06.12.2026" in desk.get(case_page).content.decode()
    period.renewed_by = application
    period.save()
    assert "Weiterbewilligung ist beantragt." in desk.get(case_page).content.decode()
