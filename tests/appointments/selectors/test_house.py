import pytest

from appointments.models import AppointmentSettings
from appointments.selectors import has_video, holidays_of, office_of, services_to_ask_for
from tests.factories.accounts import LocalHolidayFactory, OfficeFactory, TeamFactory
from tests.factories.appointments import ServiceFactory
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db


def test_services_are_those_of_the_house_that_can_be_asked_for():
    case = CaseFactory()
    wanted = ServiceFactory(jobcenter=case.jobcenter)
    ServiceFactory(jobcenter=case.jobcenter, can_be_asked_for=False)
    ServiceFactory(jobcenter=case.jobcenter, is_active=False)
    ServiceFactory()

    assert list(services_to_ask_for(case)) == [wanted]


def test_services_before_anybody_is_responsible_are_those_of_the_only_house():
    service = ServiceFactory()
    case = CaseFactory(prospective=True)
    found = list(services_to_ask_for(case))
    ServiceFactory()

    assert found == [service]
    assert list(services_to_ask_for(case)) == []


def test_office_is_that_of_the_team_else_the_main_one():
    main = OfficeFactory()
    branch = OfficeFactory(jobcenter=main.jobcenter, name="Außenstelle", is_default=False)
    team = TeamFactory(jobcenter=main.jobcenter, office=branch)

    assert office_of(CaseFactory(jobcenter=main.jobcenter, team=team)) == branch
    assert office_of(CaseFactory(jobcenter=main.jobcenter)) == main


def test_video_and_holidays_are_the_houses():
    case = CaseFactory(jobcenter__land="BY")
    holiday = LocalHolidayFactory(jobcenter=case.jobcenter)
    without = has_video(case)
    AppointmentSettings.objects.create(jobcenter=case.jobcenter, video_provider="jitsi")

    assert (without, has_video(case)) == (False, True)
    assert (holidays_of(case).land, holidays_of(case).local_holidays) == ("BY", frozenset({holiday.day}))
