import datetime

import pytest

from appointments.enums import AppointmentStatus, Channel, OfferKind, OfferStatus, WishStatus
from appointments.errors import AlreadyReminded, OfferNotOpen, SlotNotOffered, TimesTaken
from appointments.models import Appointment, Offer, WaitingEntry
from appointments.services import remind_offer, send_offer, withdraw_offer, withdraw_times
from mailbox.models import Message
from portal.cases.errors import NotPermitted
from portal.cases.models import system_actor
from portal.ui.formats import format_when
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import (
    BERLIN,
    MONDAY_NINE,
    AppointmentFactory,
    OfferFactory,
    ServiceFactory,
    WishFactory,
)
from tests.factories.cases import StandingFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)
UNTIL = datetime.datetime(2026, 12, 4, 12, 0, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 27, 9, 0, tzinfo=BERLIN), tick=False)


@pytest.fixture
def standing():
    return StandingFactory()


@pytest.fixture
def membership(standing):
    return StaffMembershipFactory(jobcenter=standing.case.jobcenter)


@pytest.fixture
def staff(membership):
    return staff_actor(membership)


@pytest.fixture
def offer(standing, staff, membership):
    return send(standing, staff, [(MONDAY_NINE + HOUR * number, membership.pk) for number in range(3)])


def send(standing, actor, times, **facts):
    fields = {
        "kind": OfferKind.INVITATION,
        "service": ServiceFactory(jobcenter=standing.case.jobcenter, gap_minutes=10),
        "channel": Channel.IN_PERSON,
        "until": UNTIL,
        "words": "Wir möchten Sie kennenlernen.",
    }
    return send_offer(actor=actor, case=standing.case, person=standing.person, times=times, **fields | facts)


def test_offer_keeps_its_times_and_is_in_the_postbox(standing, offer):
    times = Appointment.objects.filter(offer=offer)

    assert {(each.status, each.held_until, each.origin) for each in times} == {("offered", UNTIL, "invited")}
    assert times[0].occupied.upper - times[0].period.upper == datetime.timedelta(minutes=10)
    message = Message.objects.get(thread__person=standing.person)
    assert "9:00\u00a0Uhr" in message.body
    assert (message.thread.subject, "kennenlernen" in message.body) == ("Einladung zu einem Gespräch", True)


def test_offer_names_which_times_are_taken_and_keeps_nothing(standing, staff, membership):
    AppointmentFactory(membership=membership, case=standing.case, starts=MONDAY_NINE + HOUR)
    times = [(MONDAY_NINE, membership.pk), (MONDAY_NINE + HOUR, membership.pk)]

    with pytest.raises(TimesTaken) as refusal:
        send(standing, staff, times)

    assert refusal.value.positions == (1,)
    assert not Offer.objects.exists()


def test_offer_takes_time_of_a_hold_that_is_over(standing, staff, membership):
    over = datetime.datetime(2026, 11, 27, 8, 0, tzinfo=BERLIN)
    stale = AppointmentFactory(
        membership=membership, case=standing.case, status=AppointmentStatus.HELD, held_until=over
    )

    send(standing, staff, [(MONDAY_NINE, membership.pk)])

    stale.refresh_from_db()
    assert stale.status == AppointmentStatus.RELEASED


def test_offer_ends_with_its_first_time_at_the_latest(standing, staff, membership):
    offer = send(standing, staff, [(MONDAY_NINE, membership.pk)], until=MONDAY_NINE + HOUR)

    assert offer.until == MONDAY_NINE


def test_offer_refuses_what_cannot_be(standing, staff, membership):
    stranger = StaffMembershipFactory()
    past = MONDAY_NINE - datetime.timedelta(days=20)
    for times in ([], [(past, membership.pk)], [(MONDAY_NINE, stranger.pk)], [(MONDAY_NINE, membership.pk)] * 2):
        with pytest.raises(SlotNotOffered):
            send(standing, staff, times)


def test_offer_is_sent_by_the_office_only(standing, membership):
    times = [(MONDAY_NINE, membership.pk)]
    for actor in (claimant_actor(standing.case), staff_actor(StaffMembershipFactory()), system_actor("test")):
        with pytest.raises(NotPermitted):
            send(standing, actor, times)


def test_offer_of_an_earlier_time_is_made_by_the_portal(standing, membership):
    later = AppointmentFactory(person=standing.person, starts=MONDAY_NINE + 24 * HOUR, topic="Miete")

    offer = send(
        standing,
        system_actor("test"),
        [(MONDAY_NINE, membership.pk)],
        kind=OfferKind.EARLIER,
        replaces=later,
        service=later.service,
    )

    assert (offer.sent_by, offer.appointments.get().topic) == (None, "Miete")


def test_offer_for_a_wish_takes_over_its_words(standing, staff, membership):
    wish = WishFactory(person=standing.person, topic="Miete", phone="0151 1")

    offer = send(standing, staff, [(MONDAY_NINE, membership.pk)], kind=OfferKind.PROPOSAL, wish=wish)

    assert (offer.appointments.get().topic, offer.appointments.get().phone) == ("Miete", "0151 1")
    assert wish.status == WishStatus.PROPOSED


def test_reminder_goes_out_once(standing, staff, offer):
    remind_offer(actor=staff, offer=offer)

    assert Message.objects.filter(thread__person=standing.person).count() == 2
    with pytest.raises(AlreadyReminded):
        remind_offer(actor=staff, offer=offer)


def test_reminder_is_for_what_can_still_be_answered(staff, offer, time_machine):
    time_machine.move_to(UNTIL)

    with pytest.raises(OfferNotOpen):
        remind_offer(actor=staff, offer=offer)


def test_offer_taken_back_frees_its_times_and_the_wish_waits_again(standing, staff, membership):
    wish = WishFactory(person=standing.person)
    offer = send(standing, staff, [(MONDAY_NINE, membership.pk)], kind=OfferKind.PROPOSAL, wish=wish)

    withdraw_offer(actor=staff, offer=offer, reason="Frau Ahrens ist krank.")

    wish.refresh_from_db()
    assert (offer.status, wish.status) == (OfferStatus.WITHDRAWN, WishStatus.OPEN)
    assert offer.appointments.get().status == AppointmentStatus.RELEASED


def test_of_several_times_one_is_taken_back_and_the_person_reads_which_are_left(offer, staff):
    first, *left = offer.appointments.order_by("period")

    assert withdraw_times(actor=staff, offer=offer, times=[first])

    offer.refresh_from_db()
    assert (offer.status, Appointment.objects.get(pk=first.pk).status) == ("open", "released")
    assert {each.status for each in offer.appointments.exclude(pk=first.pk)} == {"offered"}
    told = Message.objects.latest("created_at").body
    assert [f"– {format_when(each.period.lower)}" in told for each in (first, *left)] == [True] * 3
    with pytest.raises(OfferNotOpen):
        withdraw_times(actor=staff, offer=offer, times=[first])


def test_with_the_last_time_the_offer_is_taken_back(offer, staff):
    assert not withdraw_times(actor=staff, offer=offer, times=list(offer.appointments.all()))

    offer.refresh_from_db()
    assert offer.status == OfferStatus.WITHDRAWN


def test_earlier_time_taken_back_uses_up_no_offer_and_its_notice_is_not_sent(standing, membership, staff):
    later = AppointmentFactory(person=standing.person, membership=membership, starts=MONDAY_NINE + 48 * HOUR)
    WaitingEntry.objects.create(appointment=later, offers_made=2)
    earlier = OfferFactory(person=standing.person, kind="earlier", replaces=later, sent_by=None)
    AppointmentFactory(
        person=standing.person, membership=membership, offer=earlier, status="offered", held_until=earlier.until
    )

    withdraw_offer(actor=staff, offer=earlier)

    assert WaitingEntry.objects.get().offers_made == 1
    assert "Ihr Termin bleibt, wie er ist" in Message.objects.latest("created_at").body
