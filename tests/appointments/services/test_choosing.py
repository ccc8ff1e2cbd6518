import datetime
import uuid

import pytest

from appointments.domain.needs import Needs
from appointments.domain.offers import lapse_offers
from appointments.enums import AppointmentStatus, OfferKind, OfferStatus, WishStatus
from appointments.errors import OfferNotOpen, PersonBusy, SlotTaken
from appointments.models import Appointment, Wish
from appointments.services import decline_offer, take_offer
from portal.cases.errors import NotPermitted
from portal.submissions.models import Submission
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import BERLIN, MONDAY_NINE, AppointmentFactory, OfferFactory, WishFactory
from tests.factories.cases import StandingFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)
TOKEN = uuid.UUID(int=1)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 27, 9, 0, tzinfo=BERLIN), tick=False)


@pytest.fixture
def standing():
    return StandingFactory()


@pytest.fixture
def actor(standing):
    return claimant_actor(standing.case)


def make_offer(standing, number=3, **facts):
    offer = OfferFactory(person=standing.person, **facts)
    for hour in range(number):
        AppointmentFactory(
            person=standing.person,
            service=offer.service,
            offer=offer,
            starts=MONDAY_NINE + HOUR * hour,
            status=AppointmentStatus.OFFERED,
            held_until=offer.until,
            booked_at=None,
        )
    return offer


def statuses(offer):
    return list(Appointment.objects.filter(offer=offer).order_by("period").values_list("status", flat=True))


def test_taking_books_one_and_frees_the_others(standing, actor):
    offer = make_offer(standing)

    booked = take_offer(
        actor=actor, offer=offer, appointment=offer.appointments.all()[1], needs=Needs(words="hell"), token=TOKEN
    )

    assert statuses(offer) == ["released", "booked", "released"]
    assert (booked.needs["words"], booked.held_until, offer.status) == ("hell", None, OfferStatus.TAKEN)
    assert booked.steps.get(change="booked").submission == Submission.objects.get(title="Termin vereinbart")


def test_taking_twice_is_one_booking(standing, actor):
    offer = make_offer(standing)
    first, second = offer.appointments.all()[:2]

    booked = take_offer(actor=actor, offer=offer, appointment=first, token=TOKEN)

    assert take_offer(actor=actor, offer=offer, appointment=first, token=TOKEN) == booked
    with pytest.raises(OfferNotOpen):
        take_offer(actor=actor, offer=offer, appointment=second, token=uuid.uuid4())


def test_taking_settles_the_wish(standing, actor):
    wish = WishFactory(person=standing.person, status=WishStatus.PROPOSED)
    offer = make_offer(standing, wish=wish, kind=OfferKind.PROPOSAL)

    take_offer(actor=actor, offer=offer, appointment=offer.appointments.all()[0], token=TOKEN)

    wish.refresh_from_db()
    assert wish.status == WishStatus.SETTLED


def test_taking_a_time_at_which_the_person_has_another_appointment_changes_nothing(standing, actor):
    offer = make_offer(standing)
    AppointmentFactory(person=standing.person)

    with pytest.raises(PersonBusy):
        take_offer(actor=actor, offer=offer, appointment=offer.appointments.all()[0], token=TOKEN)

    assert statuses(offer) == ["offered"] * 3
    assert not Submission.objects.filter(token=str(TOKEN)).exists()


def test_taking_an_earlier_time_moves_the_appointment(standing, actor):
    later = AppointmentFactory(person=standing.person, starts=MONDAY_NINE + 48 * HOUR)
    offer = make_offer(standing, 1, kind=OfferKind.EARLIER, replaces=later, sent_by=None, service=later.service)

    booked = take_offer(actor=actor, offer=offer, appointment=offer.appointments.get(), token=TOKEN)

    assert (booked.pk, booked.period.lower, statuses(offer)) == (later.pk, MONDAY_NINE, ["released"])
    step = booked.steps.get(change="moved")
    assert step.period.lower == MONDAY_NINE + 48 * HOUR
    assert (step.submission.title, step.submission.data["appointment"]) == ("Termin verschoben", str(later.pk))
    assert "Bisher" in [entry["label"] for entry in step.submission.content["sections"][0]["entries"]]


def test_taking_a_time_that_is_free_again_says_so(standing, actor):
    offer = make_offer(standing)
    chosen = offer.appointments.all()[0]
    Appointment.objects.filter(pk=chosen.pk).update(status=AppointmentStatus.RELEASED)

    with pytest.raises(SlotTaken):
        take_offer(actor=actor, offer=offer, appointment=chosen, token=TOKEN)


def test_choice_of_somebody_else_is_refused(standing):
    offer = make_offer(standing)

    with pytest.raises(NotPermitted):
        take_offer(
            actor=claimant_actor(StandingFactory().case),
            offer=offer,
            appointment=offer.appointments.all()[0],
            token=TOKEN,
        )


def test_staff_take_what_was_said_on_the_phone(standing):
    offer = make_offer(standing)
    staff = staff_actor(StaffMembershipFactory(jobcenter=standing.case.jobcenter))

    take_offer(actor=staff, offer=offer, appointment=offer.appointments.all()[0], token=TOKEN)

    assert Submission.objects.get(token=str(TOKEN)).channel == "phone"


def test_declining_turns_into_a_wish_with_the_same_words(standing, actor):
    wish = WishFactory(person=standing.person, status=WishStatus.PROPOSED, topic="Miete")
    offer = make_offer(standing, wish=wish, kind=OfferKind.PROPOSAL)

    proof = decline_offer(actor=actor, offer=offer, reply="Da arbeite ich.", wants_other=True, token=TOKEN)

    assert decline_offer(actor=actor, offer=offer, token=TOKEN) == proof
    again = Wish.objects.get(status=WishStatus.OPEN)
    assert (again.topic, again.times["days"], again.times["words"]) == ("Miete", [0, 2], "Da arbeite ich.")
    assert (statuses(offer), again.submission) == (["released"] * 3, proof)


def test_declining_may_say_nothing(standing, actor):
    offer = make_offer(standing)

    decline_offer(actor=actor, offer=offer, token=TOKEN)

    offer.refresh_from_db()
    assert (offer.status, offer.reply, Wish.objects.exists()) == (OfferStatus.DECLINED, "", False)


def test_declining_after_the_time_is_an_answer_still(standing, actor):
    offer = make_offer(standing)
    lapse_offers(offer.until)

    decline_offer(actor=actor, offer=offer, reply="Ich war im Krankenhaus.", wants_other=True, token=TOKEN)

    assert Wish.objects.get().times == {"words": "Ich war im Krankenhaus."}
