import datetime
import uuid

import pytest
from django.urls import reverse

from appointments.enums import AppointmentStatus, Channel, OfferKind, OfferStatus
from appointments.models import Appointment, Wish
from tests.factories.appointments import BERLIN, MONDAY_NINE, AppointmentFactory, OfferFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 27, 9, 0, tzinfo=BERLIN), tick=False)


@pytest.fixture
def standing():
    return StandingFactory()


@pytest.fixture
def signed_in(client, standing):
    client.force_login(standing.user)
    return client


def make_offer(standing, number=3, channel=Channel.IN_PERSON, **facts):
    offer = OfferFactory(person=standing.person, words="Wir möchten Sie kennenlernen.", **facts)
    for hour in range(number):
        AppointmentFactory(
            person=standing.person,
            service=offer.service,
            offer=offer,
            channel=channel,
            starts=MONDAY_NINE + HOUR * hour,
            status=AppointmentStatus.OFFERED,
            held_until=offer.until,
        )
    return offer


def address(offer):
    return reverse("appointments:offer", args=[offer.pk])


def test_invitation_says_what_it_is_and_until_when(signed_in, standing):
    page = signed_in.get(address(make_offer(standing))).content.decode()

    for words in ("9:00\u00a0Uhr", "Wir möchten Sie kennenlernen.", "Das ist eine Einladung", "4.\u00a0Dezember 2026"):
        assert words in page
    assert "Ein Gespräch hilft" in page


def test_time_is_taken_with_what_is_needed(signed_in, standing):
    offer = make_offer(standing, channel=Channel.PHONE)
    chosen = offer.appointments.all()[1]
    data = {"take": "1", "time": str(chosen.pk), "needs_words": "langsam sprechen", "phone": "0151 234567"}

    answer = signed_in.post(address(offer), data | {"token": uuid.uuid4()}, follow=True)

    chosen.refresh_from_db()
    assert (chosen.status, chosen.phone, chosen.needs["words"]) == ("booked", "0151 234567", "langsam sprechen")
    assert "Der Termin ist vereinbart." in answer.content.decode()
    assert "Sie haben eine Zeit gewählt" in signed_in.get(address(offer)).content.decode()


def test_taking_without_a_choice_is_asked_again(signed_in, standing):
    offer = make_offer(standing)

    answer = signed_in.post(address(offer), {"take": "1"})

    assert answer.status_code == 422
    assert "Bitte wählen Sie eine Zeit aus." in answer.content.decode()


def test_time_that_clashes_with_another_appointment_is_said_at_the_choice(signed_in, standing):
    offer = make_offer(standing)
    AppointmentFactory(person=standing.person)

    answer = signed_in.post(address(offer), {"take": "1", "time": str(offer.appointments.all()[0].pk)})

    assert answer.status_code == 422
    assert answer.context["form"].errors["time"][0].startswith("Zu dieser Zeit haben Sie schon")


def test_time_that_is_gone_is_no_choice_any_more(signed_in, standing):
    offer = make_offer(standing)
    gone = offer.appointments.all()[0]
    Appointment.objects.filter(pk=gone.pk).update(status=AppointmentStatus.RELEASED)

    answer = signed_in.post(address(offer), {"take": "1", "time": str(gone.pk)})

    assert answer.status_code == 422
    assert len(answer.context["form"].fields["time"].choices) == 2


def test_none_fits_and_other_times_are_wished(signed_in, standing):
    offer = make_offer(standing)

    answer = signed_in.post(
        address(offer), {"other": "1", "reply": "Nur nachmittags.", "token": uuid.uuid4()}, follow=True
    )

    assert Wish.objects.get().times == {"words": "Nur nachmittags."}
    assert "Sie möchten andere Zeiten." in answer.content.decode()


def test_offer_whose_time_is_over_can_be_answered_still(signed_in, standing):
    offer = make_offer(standing, status=OfferStatus.LAPSED)

    page = signed_in.get(address(offer)).content.decode()
    signed_in.post(address(offer), {"none": "1", "token": uuid.uuid4()})

    offer.refresh_from_db()
    assert "Die Zeit zum Antworten ist vorbei." in page
    assert offer.status == OfferStatus.DECLINED


def test_earlier_time_names_the_appointment_that_stays(signed_in, standing):
    later = AppointmentFactory(person=standing.person, starts=MONDAY_NINE + 48 * HOUR)
    offer = make_offer(standing, 1, kind=OfferKind.EARLIER, replaces=later, sent_by=None, service=later.service)

    page = signed_in.get(address(offer)).content.decode()

    assert "9.\u00a0Dezember 2026" in page
    assert "Meinen Termin behalten" in page


def test_offer_of_somebody_else_is_not_found(signed_in):
    offer = make_offer(StandingFactory())

    assert signed_in.get(address(offer)).status_code == 404
    assert signed_in.post(address(offer), {"none": "1"}).status_code == 404
