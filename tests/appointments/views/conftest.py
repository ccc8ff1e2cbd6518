import datetime

import pytest
from django.urls import reverse

from appointments.enums import Channel
from appointments.models import Appointment
from portal.pages.offices import forget_cards
from tests.factories.accounts import OfficeFactory, StaffMembershipFactory, TeamFactory
from tests.factories.appointments import BERLIN, MONDAY_NINE, OpeningRuleFactory, ServiceFactory
from tests.factories.cases import StandingFactory

FRIDAY = datetime.datetime(2026, 11, 27, 10, 0, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def ten_days_before(time_machine):
    """Monday at nine is in ten days; offices are known from this test only."""
    time_machine.move_to(FRIDAY)
    forget_cards()
    yield
    forget_cards()


@pytest.fixture
def standing():
    return StandingFactory()


@pytest.fixture
def office(standing):
    return OfficeFactory(jobcenter=standing.case.jobcenter, is_default=True)


@pytest.fixture
def service(standing):
    return ServiceFactory(jobcenter=standing.case.jobcenter, name="Fragen zu Leistungen", bring="Den letzten Bescheid")


@pytest.fixture
def colleague(standing, office):
    """Somebody who is there from Monday to Friday, 9 to 12."""
    team = TeamFactory(jobcenter=standing.case.jobcenter, name="Team Nord", office=office)
    membership = StaffMembershipFactory(jobcenter=standing.case.jobcenter, team=team, display_name="Frau Ahrens")
    OpeningRuleFactory(membership=membership)
    return membership


@pytest.fixture
def claimant(client, standing):
    """The browser of the claimant."""
    client.force_login(standing.user)
    return client


@pytest.fixture
def choose():
    """Press the button of a free time."""

    def pressed(browser, service, starts=MONDAY_NINE, *, channel=Channel.IN_PERSON, **typed):
        address = f"{reverse('appointments:pick', args=[service.pk])}?weg={channel}"
        return browser.post(address, {"starts": starts.isoformat(), **typed})

    return pressed


@pytest.fixture
def book(choose):
    """Choose and confirm; returns the appointment."""

    def booked(browser, service, starts=MONDAY_NINE, *, channel=Channel.IN_PERSON, **typed):
        answer = choose(browser, service, starts, channel=channel)
        assert answer.status_code == 302, answer.content.decode()
        browser.post(answer["Location"], typed)
        return Appointment.objects.get(status="booked", period__startswith=starts)

    return booked
