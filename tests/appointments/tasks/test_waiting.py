import pytest

from appointments.enums import AppointmentStatus
from appointments.models import Offer
from appointments.tasks import offer_earlier
from portal.outbox.models import subscriptions
from tests.factories.appointments import AppointmentFactory

pytestmark = pytest.mark.django_db


def test_freed_time_is_listened_to():
    assert "appointments.tasks.offer_earlier" in [each.name for each in subscriptions.of("appointment.freed")]


def test_freed_time_nobody_waits_for_is_nothing():
    offer_earlier(AppointmentFactory(status=AppointmentStatus.CANCELLED).pk)

    assert Offer.objects.count() == 0
