import datetime

import pytest
from django.utils import timezone

from appointments.enums import AppointmentStatus, OfferStatus
from appointments.tasks.lapsing import release_lapsed_times
from portal.celery import app
from tests.factories.appointments import AppointmentFactory, OfferFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db


def test_lapsed_offers_and_holds_end_together():
    past = timezone.now() - datetime.timedelta(minutes=1)
    person = StandingFactory().person
    offer = OfferFactory(person=person, until=past)
    offered = AppointmentFactory(person=person, offer=offer, status=AppointmentStatus.OFFERED, held_until=past)
    held = AppointmentFactory(status=AppointmentStatus.HELD, held_until=past)

    assert release_lapsed_times() == 2

    for row in (offer, offered, held):
        row.refresh_from_db()
    assert (offer.status, offered.status, held.status) == (OfferStatus.LAPSED, "released", "released")


def test_lapsing_runs_every_minute():
    assert app.conf.beat_schedule["release-lapsed"]["schedule"] == 60.0
