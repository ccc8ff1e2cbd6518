import datetime

import pytest

from portal.accounts.models import Absence
from tests.factories.accounts import AbsenceFactory, StaffMembershipFactory

pytestmark = pytest.mark.django_db
PAGE = "/verwaltung/abwesenheit/"
DAYS = {"first_day": "2999-08-01", "last_day": "2999-08-14"}


def test_absence_is_entered_by_oneself_with_a_deputy(desk_of, worker, jobcenter):
    deputy = StaffMembershipFactory(jobcenter=jobcenter, display_name="Herr Brückner")

    page = desk_of(worker).post(PAGE, {"membership": worker.pk, "deputy": deputy.pk, **DAYS}, follow=True)

    absence = Absence.objects.get()
    assert (absence.membership, absence.deputy, absence.last_day) == (worker, deputy, datetime.date(2999, 8, 14))
    assert "Herr Brückner" in page.content.decode()


def test_only_leads_enter_it_for_others(desk_of, worker, jobcenter):
    colleague = StaffMembershipFactory(jobcenter=jobcenter)
    lead = StaffMembershipFactory(jobcenter=jobcenter, team_lead=True)
    data = {"membership": colleague.pk, **DAYS}

    assert desk_of(worker).post(PAGE, data).status_code == 422
    assert desk_of(lead).post(PAGE, data).status_code == 302


def test_what_cannot_be_comes_back_with_words(desk_of, worker):
    data = {"membership": worker.pk, "deputy": worker.pk, "first_day": "2999-08-02", "last_day": "2999-08-01"}

    page = desk_of(worker).post(PAGE, data).content.decode()

    assert "Der letzte Tag liegt vor dem ersten." in page
    assert "Bitte wählen Sie eine andere Person als Vertretung." in page
    assert not Absence.objects.exists()


def test_absence_is_taken_back(desk_of, worker):
    absence = AbsenceFactory(membership=worker)

    desk_of(worker).post(f"{PAGE}{absence.pk}/loeschen/")

    assert not Absence.objects.exists()
