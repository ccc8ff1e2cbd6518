import datetime

import pytest

from appointments.domain.offers import advance_offer, lapse_offers
from appointments.enums import AppointmentStatus, OfferKind, OfferStatus, WishStatus
from appointments.errors import NoSuchStep, OfferNotOpen
from portal.submissions.models import Submission
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import AppointmentFactory, OfferFactory, WishFactory
from tests.factories.cases import StandingFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing():
    return StandingFactory()


def test_silence_frees_the_times_and_nothing_else_follows(standing):
    wish = WishFactory(person=standing.person, status=WishStatus.PROPOSED)
    offer = OfferFactory(person=standing.person, wish=wish, kind=OfferKind.PROPOSAL)
    time = AppointmentFactory(
        person=standing.person, offer=offer, status=AppointmentStatus.OFFERED, held_until=offer.until
    )
    before = Submission.objects.count()

    assert lapse_offers(offer.until - datetime.timedelta(hours=1)) == 0
    assert lapse_offers(offer.until) == 1

    for each in (offer, wish, time):
        each.refresh_from_db()
    assert (offer.status, wish.status, time.status) == ("lapsed", "proposed", "released")
    assert Submission.objects.count() == before


def test_offer_that_was_answered_takes_no_step(standing):
    offer = OfferFactory(person=standing.person, status=OfferStatus.TAKEN)

    with pytest.raises(OfferNotOpen):
        advance_offer(offer, OfferStatus.DECLINED, actor=claimant_actor(standing.case))


def test_silence_is_closed_by_staff_only(standing):
    offer = OfferFactory(person=standing.person, status=OfferStatus.LAPSED)
    staff = staff_actor(StaffMembershipFactory(jobcenter=standing.case.jobcenter))

    with pytest.raises(NoSuchStep):
        advance_offer(offer, OfferStatus.WITHDRAWN, actor=claimant_actor(standing.case))
    advance_offer(offer, OfferStatus.WITHDRAWN, actor=staff)

    assert offer.status == OfferStatus.WITHDRAWN
