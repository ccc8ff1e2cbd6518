import datetime

import pytest

from appointments.domain.links import actor_by_link
from appointments.models import AppointmentStep
from appointments.selectors.receipt_by_link import receipt_by_link
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.cases import StandingFactory, claimant_actor
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db
EARLIER = MONDAY_NINE - datetime.timedelta(days=30)


@pytest.fixture
def appointment():
    return AppointmentFactory(person=StandingFactory().person)


def handed_in(appointment, **facts):
    submission = SubmissionFactory(case=appointment.case, kind="appointment")
    AppointmentStep.objects.create(
        appointment=appointment,
        change="moved",
        from_status="booked",
        to_status="booked",
        period=appointment.period,
        submission=submission,
        **facts,
    )
    return submission


def test_receipt_of_the_last_deed_is_for_who_has_the_link(appointment, django_assert_num_queries):
    handed_in(appointment, is_by_link=True, at=EARLIER)
    last = handed_in(appointment, is_by_link=True)

    with django_assert_num_queries(1):
        assert receipt_by_link(actor_by_link(appointment), appointment) == last
    assert receipt_by_link(claimant_actor(appointment.case), appointment) is None
    assert receipt_by_link(actor_by_link(AppointmentFactory()), appointment) is None


def test_what_was_done_after_signing_in_is_not(appointment):
    handed_in(appointment, is_by_link=True, at=EARLIER)
    handed_in(appointment)

    assert receipt_by_link(actor_by_link(appointment), appointment) is None
