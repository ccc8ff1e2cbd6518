import pytest

from appointments.domain.earlier import follow_time, stop_waiting
from appointments.enums import AppointmentStatus, Coming, OfferKind, OfferStatus
from appointments.models import Participant, WaitingEntry
from portal.cases.selectors import actor_for_user
from tests.factories.appointments import AppointmentFactory, OfferFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db


def test_follow_time_asks_again_and_takes_back_offers():
    standing = StandingFactory()
    appointment = AppointmentFactory(person=standing.person)
    companion = Participant.objects.create(appointment=appointment, name="Ayşe", coming=Coming.YES)
    entry = WaitingEntry.objects.create(appointment=appointment)
    offer = OfferFactory(person=standing.person, kind=OfferKind.EARLIER, replaces=appointment)

    follow_time(appointment, actor=actor_for_user(standing.user, purpose="test"))

    for row in (companion, offer, entry):
        row.refresh_from_db()
    assert (companion.coming, offer.status, entry.ended_at) == (Coming.OPEN, OfferStatus.WITHDRAWN, None)


def test_stop_waiting_ends_the_entry_once():
    appointment = AppointmentFactory(status=AppointmentStatus.CANCELLED)
    entry = WaitingEntry.objects.create(appointment=appointment)

    stop_waiting(appointment)

    entry.refresh_from_db()
    assert entry.ended_at is not None
