import datetime
from uuid import uuid4

import pytest
from django.utils import timezone

from appointments.domain.links import actor_by_link
from appointments.domain.waiting import earlier_time, held_until, offer_freed
from appointments.enums import AppointmentStatus, Channel, Need, OfferStatus
from appointments.models import Appointment, Offer, OpeningRule, WaitingEntry
from appointments.selectors.slots import SlotQuery
from appointments.services import (
    cancel_appointment,
    decline_offer,
    move_appointment,
    take_offer,
)
from mailbox.models import Message
from portal.cases.selectors import actor_for_user
from portal.notices.models import Consent
from portal.outbox.services import deliver_due
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import BERLIN, MONDAY_NINE, AppointmentFactory, OpeningRuleFactory, ServiceFactory
from tests.factories.cases import StandingFactory
from tests.factories.consents import agreeing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]
A_DAY = datetime.timedelta(days=1)


@pytest.fixture
def colleague():
    membership = StaffMembershipFactory()
    OpeningRuleFactory(membership=membership)
    return membership


@pytest.fixture
def service(colleague):
    return ServiceFactory(jobcenter=colleague.jobcenter)


@pytest.fixture
def early(colleague, service):
    """Somebody's appointment on Monday at nine, the only one that is not free for anybody else."""
    return agreed(service, colleague, MONDAY_NINE)


def agreed(service, colleague, starts, **fields):
    standing = StandingFactory(person__case__jobcenter=service.jobcenter)
    agreeing(standing.user)
    return AppointmentFactory(person=standing.person, service=service, membership=colleague, starts=starts, **fields)


def waiting(service, colleague, days, **fields):
    """Somebody with an appointment ``days`` later who waits for an earlier one."""
    appointment = agreed(service, colleague, MONDAY_NINE + A_DAY * days, **fields)
    WaitingEntry.objects.create(appointment=appointment)
    return appointment


def by(appointment):
    return actor_for_user(appointment.person.user, purpose="test")


def call_off(appointment):
    cancel_appointment(actor=by(appointment), appointment=appointment, token=uuid4())
    deliver_due()


def times_of(offer):
    return list(offer.appointments.all())


def test_freed_time_is_offered_to_who_waits_longest(early, service, colleague, time_machine):
    first = waiting(service, colleague, 2)
    waiting(service, colleague, 1)
    time_machine.move_to(timezone.now(), tick=False)

    call_off(early)

    offer = Offer.objects.get()
    assert offer.replaces == first
    assert offer.until - offer.sent_at == datetime.timedelta(hours=2)
    assert [each.period.lower for each in times_of(offer)] == [MONDAY_NINE]
    assert first.waiting_entry.offers_made == 0  # as read before
    assert WaitingEntry.objects.get(appointment=first).offers_made == 1


def test_freed_time_is_told_with_both_times(early, service, colleague):
    waiting(service, colleague, 1)

    call_off(early)

    body = Message.objects.get(key=f"offer:{Offer.objects.get().pk}").body
    assert "Jetzt ist einer frei: Montag, 7.\u00a0Dezember 2026, 9:00\u00a0Uhr." in body
    assert "Ihr Termin am Dienstag, 8.\u00a0Dezember 2026, 9:00\u00a0Uhr bleibt." in body


def test_freed_time_offered_twice_is_one_offer(early, service, colleague):
    waiting(service, colleague, 1)
    call_off(early)
    early.refresh_from_db()

    assert offer_freed(early) == []


def test_earlier_time_taken_moves_the_appointment_and_frees_the_old_one_for_the_next(early, service, colleague):
    first = waiting(service, colleague, 1)
    second = waiting(service, colleague, 2)
    call_off(early)
    offer = Offer.objects.get()

    moved = take_offer(actor=by(first), offer=offer, appointment=times_of(offer)[0], token=uuid4())
    deliver_due()

    assert (moved.pk, moved.period.lower, moved.link_version) == (first.pk, MONDAY_NINE, 2)
    assert WaitingEntry.objects.get(appointment=first).ended_at is not None
    going_on = Offer.objects.get(status=OfferStatus.OPEN)
    assert (going_on.replaces, times_of(going_on)[0].period.lower) == (second, MONDAY_NINE + A_DAY)


def test_earlier_time_can_be_taken_by_link(early, service, colleague):
    first = waiting(service, colleague, 1)
    call_off(early)
    offer = Offer.objects.get()

    moved = take_offer(actor=actor_by_link(first), offer=offer, appointment=times_of(offer)[0], token=uuid4())

    assert moved.period.lower == MONDAY_NINE


def test_earlier_time_declined_goes_to_the_next(early, service, colleague):
    first = waiting(service, colleague, 1)
    second = waiting(service, colleague, 2)
    call_off(early)

    decline_offer(actor=by(first), offer=Offer.objects.get(), token=uuid4())
    deliver_due()

    assert Offer.objects.get(status=OfferStatus.OPEN).replaces == second
    first.refresh_from_db()
    assert first.status == AppointmentStatus.BOOKED


def test_earlier_time_is_taken_back_when_the_appointment_moves(early, service, colleague):
    first = waiting(service, colleague, 1)
    call_off(early)

    later = MONDAY_NINE + A_DAY * 3
    query = SlotQuery(service=service)
    move_appointment(
        actor=by(first), appointment=first, query=query, starts=later, channel=Channel.IN_PERSON, token=uuid4()
    )

    assert Offer.objects.get().status == OfferStatus.WITHDRAWN


def test_nobody_is_offered_more_than_three_times(early, service, colleague):
    WaitingEntry.objects.filter(appointment=waiting(service, colleague, 1)).update(offers_made=3)

    call_off(early)

    assert Offer.objects.count() == 0


@pytest.mark.parametrize(
    "other",
    [
        {"is_confidential": True},
        {"channel": Channel.PHONE},
        {"needs": {"needs": [Need.STEP_FREE], "language": "", "words": ""}},
        {"needs": {"needs": [Need.SAME_PERSON], "language": "", "words": ""}, "membership": None},
    ],
    ids=["confidential", "not on this way", "not without steps", "not the same person"],
)
def test_nobody_is_offered_what_does_not_fit(early, service, colleague, other):
    OpeningRule.objects.update(channels=[Channel.IN_PERSON])
    if "membership" in other:
        other = {**other, "membership": StaffMembershipFactory(jobcenter=service.jobcenter)}
    somebody = other.pop("membership", colleague)
    waiting(service, somebody, 1, **other)

    call_off(early)

    assert Offer.objects.count() == 0


def test_nobody_is_offered_what_no_notice_would_tell_them(early, service, colleague):
    Consent.objects.filter(user=waiting(service, colleague, 1).person.user).delete()

    call_off(early)

    assert Offer.objects.count() == 0


def test_nobody_is_offered_a_time_at_which_they_have_another_appointment(early, service, colleague):
    first = waiting(service, colleague, 1)
    AppointmentFactory(person=first.person, starts=MONDAY_NINE)

    call_off(early)

    assert Offer.objects.count() == 0


def test_nobody_with_an_earlier_appointment_is_offered(early, service, colleague):
    waiting(service, colleague, -3)

    call_off(early)

    assert Offer.objects.count() == 0


@pytest.mark.parametrize(
    ("hour", "until"),
    [(3, (27, 10)), (8, (27, 10)), (17, (27, 19)), (19, (28, 10)), (23, (28, 10))],
)
def test_two_hours_are_counted_in_daylight(hour, until):
    now = datetime.datetime(2026, 11, 27, hour, 0, tzinfo=BERLIN)

    assert held_until(now) == datetime.datetime(2026, 11, *until, 0, tzinfo=BERLIN)


def test_earlier_time_is_found_for_the_page(early, service, colleague):
    later = agreed(service, colleague, MONDAY_NINE + A_DAY)

    assert earlier_time(later).starts == datetime.datetime(2026, 11, 30, 9, 0, tzinfo=BERLIN)
    assert earlier_time(agreed(service, colleague, MONDAY_NINE - A_DAY * 7)) is None


def test_offers_of_freed_times_cost_the_same_however_many_wait(early, service, colleague, django_assert_num_queries):
    for days in (1, 2, 3):
        waiting(service, colleague, days)
    Appointment.objects.filter(pk=early.pk).update(status=AppointmentStatus.CANCELLED)

    with django_assert_num_queries(2):
        assert offer_freed(Appointment.objects.select_related("service").get(pk=early.pk)) == []
