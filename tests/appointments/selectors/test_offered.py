import datetime

import pytest

from appointments.enums import AppointmentStatus
from appointments.selectors.offered import (
    bookable_services,
    drop_in_services,
    languages_of,
    last_colleague,
    offering_jobcenters,
    services_of,
)
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OpeningRuleFactory, ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobcenter():
    return JobcenterFactory()


def test_services_are_those_of_the_jobcenter_that_are_offered_now(jobcenter):
    offered = ServiceFactory(jobcenter=jobcenter)
    ServiceFactory(jobcenter=jobcenter, is_active=False)
    ServiceFactory()

    assert list(services_of(jobcenter.pk)) == [offered]


def test_bookable_services_can_be_booked_or_asked_for(jobcenter):
    booked = ServiceFactory(jobcenter=jobcenter, name="A", can_be_asked_for=False)
    asked = ServiceFactory(jobcenter=jobcenter, name="B", is_bookable=False)
    ServiceFactory(jobcenter=jobcenter, is_bookable=False, can_be_asked_for=False)
    open_door = ServiceFactory(jobcenter=jobcenter, kind="drop_in")

    assert list(bookable_services(jobcenter.pk)) == [booked, asked]
    assert list(drop_in_services(jobcenter.pk)) == [open_door]


def test_jobcenters_that_offer_nothing_to_book_are_left_out(jobcenter):
    ServiceFactory(jobcenter=jobcenter)
    ServiceFactory(kind="drop_in")
    ServiceFactory(is_bookable=False)
    ServiceFactory(jobcenter__is_active=False)

    assert list(offering_jobcenters()) == [jobcenter]


def test_languages_are_those_that_somebody_there_speaks(jobcenter):
    for languages in (["ar", "tr"], ["ar"], []):
        OpeningRuleFactory(membership=StaffMembershipFactory(jobcenter=jobcenter), languages=languages)
    OpeningRuleFactory(languages=["uk"])

    assert languages_of(jobcenter.pk) == {"ar", "tr"}


def test_last_colleague_is_with_whom_one_has_talked_or_will():
    first = AppointmentFactory(status=AppointmentStatus.ATTENDED)
    AppointmentFactory(
        person=first.person, starts=MONDAY_NINE + datetime.timedelta(days=1), status=AppointmentStatus.CANCELLED
    )

    assert last_colleague(first.person) == first.membership_id
    assert last_colleague(AppointmentFactory(status=AppointmentStatus.HELD, held_until=MONDAY_NINE).person) is None
