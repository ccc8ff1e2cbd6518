import datetime
from uuid import uuid4

import pytest

from appointments.domain.needs import Needs
from appointments.enums import Channel, VideoProvider
from appointments.models import AppointmentSettings
from appointments.selectors.slots import SlotQuery
from appointments.services import confirm_booking, hold_slot
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import BERLIN, MONDAY_NINE, OpeningRuleFactory, ServiceFactory
from tests.factories.cases import StandingFactory

FRIDAY = datetime.datetime(2026, 11, 27, 10, 0, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def ten_days_before(time_machine):
    time_machine.move_to(FRIDAY)


@pytest.fixture
def standing():
    return StandingFactory()


@pytest.fixture
def actor(standing):
    return actor_for_user(standing.user, purpose="test")


@pytest.fixture
def service(standing):
    AppointmentSettings.objects.create(jobcenter=standing.case.jobcenter, video_provider=VideoProvider.TEMPLATE)
    return ServiceFactory(jobcenter=standing.case.jobcenter)


@pytest.fixture
def colleague(standing):
    """Somebody who is there from Monday to Friday, 9 to 12."""
    membership = StaffMembershipFactory(jobcenter=standing.case.jobcenter, display_name="Frau Yıldız")
    OpeningRuleFactory(membership=membership)
    return membership


@pytest.fixture
def hold(standing, actor, service):
    """Hold a time, for the person of the test if nobody else is named."""

    def held(starts=MONDAY_NINE, *, standing=standing, channel=Channel.IN_PERSON, service=service):
        actor = actor_for_user(standing.user, purpose="test")
        query = SlotQuery(service=service, channel=channel)
        return hold_slot(
            actor=actor, case=standing.case, person=standing.person, query=query, starts=starts, channel=channel
        )

    return held


@pytest.fixture
def confirm():
    """Agree on what is held, by whoever holds it."""

    def confirmed(appointment, *, topic="", needs=None, token=None, is_confidential=False):
        return confirm_booking(
            actor=actor_for_user(appointment.person.user, purpose="test"),
            appointment=appointment,
            topic=topic,
            needs=needs or Needs(),
            phone="",
            is_confidential=is_confidential,
            token=token or uuid4(),
        )

    return confirmed


@pytest.fixture
def booked(colleague, hold, confirm):
    """An appointment on Monday at nine with the colleague."""
    return confirm(hold())


@pytest.fixture
def neighbour(standing):
    """Somebody else's case at the same jobcenter."""
    return StandingFactory(person__case__jobcenter=standing.case.jobcenter)
