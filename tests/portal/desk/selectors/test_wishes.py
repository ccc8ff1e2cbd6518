import datetime

import pytest
from django.utils import timezone

from appointments.enums import OfferKind, OfferStatus, WishStatus
from appointments.models import Wish
from portal.desk.selectors.wishes import ALL, TEAM, unanswered_offers, waiting_wishes
from tests.factories.accounts import StaffMembershipFactory, TeamFactory
from tests.factories.appointments import AppointmentFactory, OfferFactory, WishFactory
from tests.factories.cases import CaseFactory, PersonFactory, staff_actor

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def actor(worker):
    return staff_actor(worker)


def wish_of(jobcenter, of_case=None, **facts):
    return WishFactory(person=PersonFactory(case=CaseFactory(jobcenter=jobcenter, team=of_case)), **facts)


def offer_to(jobcenter, **facts):
    return OfferFactory(person=PersonFactory(case=CaseFactory(jobcenter=jobcenter)), **facts)


def test_who_waits_longest_stands_first_and_settled_ones_nowhere(jobcenter, actor):
    second, first = wish_of(jobcenter), wish_of(jobcenter)
    Wish.objects.filter(pk=first.pk).update(created_at=timezone.now() - HOUR)
    wish_of(jobcenter, status=WishStatus.SETTLED)
    wish_of(jobcenter, status=WishStatus.PROPOSED)

    assert list(waiting_wishes(actor, ALL)) == [first, second]


def test_what_is_no_teams_is_every_teams(jobcenter, worker, actor):
    other = TeamFactory(jobcenter=jobcenter)
    nobodys, mine, given = (
        wish_of(jobcenter),
        wish_of(jobcenter, worker.team),
        wish_of(jobcenter, other, team=worker.team),
    )
    theirs = wish_of(jobcenter, other)

    assert set(waiting_wishes(actor, TEAM)) == {nobodys, mine, given}
    assert theirs in waiting_wishes(actor, ALL)


def test_wishes_of_other_houses_are_not_seen(actor):
    wish_of(TeamFactory().jobcenter)

    assert not waiting_wishes(actor, ALL).exists()


def test_silence_stays_on_the_list_until_something_came_after_it(jobcenter, actor):
    past = timezone.now() - 24 * HOUR
    silent = offer_to(jobcenter, status=OfferStatus.LAPSED, sent_at=past)
    waiting = offer_to(jobcenter)
    booked = offer_to(jobcenter, status=OfferStatus.LAPSED, sent_at=past)
    AppointmentFactory(person=booked.person, booked_at=timezone.now())
    again = offer_to(jobcenter, status=OfferStatus.LAPSED, sent_at=past)
    OfferFactory(person=again.person, status=OfferStatus.DECLINED)
    offer_to(jobcenter, kind=OfferKind.EARLIER, sent_by=None, status=OfferStatus.LAPSED)

    assert set(unanswered_offers(actor, ALL)) == {silent, waiting}


def test_offer_is_the_work_of_the_team_that_sent_it(jobcenter, actor):
    elsewhere = StaffMembershipFactory(jobcenter=jobcenter, team=TeamFactory(jobcenter=jobcenter))
    offer = offer_to(jobcenter, sent_by=elsewhere)

    assert offer not in unanswered_offers(actor, TEAM)
    assert offer in unanswered_offers(staff_actor(elsewhere), TEAM)
