import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from appointments.enums import AppointmentStatus, Channel, OfferKind, OfferStatus, WishKind, WishStatus
from appointments.models import Appointment, Offer
from mailbox.models import Message
from portal.cases.models import PersonIndex
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import (
    BERLIN,
    AppointmentFactory,
    OfferFactory,
    OpeningRuleFactory,
    ServiceFactory,
    WishFactory,
)
from tests.factories.cases import CaseFactory, PersonFactory

pytestmark = pytest.mark.django_db
FRIDAY = datetime.datetime(2026, 11, 27, 9, 0, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(FRIDAY, tick=False)


@pytest.fixture
def service(jobcenter):
    return ServiceFactory(jobcenter=jobcenter, name="Fragen zu Leistungen")


@pytest.fixture
def colleague(jobcenter, worker, service):
    """Has time on weekdays from 9 to 12."""
    OpeningRuleFactory(membership=worker)
    return worker


@pytest.fixture
def case(jobcenter, worker):
    return CaseFactory(jobcenter=jobcenter, team=worker.team, responsible=worker)


def wish_in(case, name="Miriam Sander", **facts):
    return WishFactory(person=PersonFactory(case=case, name=name), topic="Heizkosten", **facts)


def propose(client, address, times, **data):
    fields = {"action": "propose", "until": "2026-12-04", "words": "Guten Tag", "zeit": times}
    return client.post(address, fields | data)


def choices(client, address):
    offering = client.get(address).context["offering"]
    return [line.value for line in offering.lines], offering


def test_list_names_who_waits_and_nothing_they_said(desk_of, worker, case):
    wish = wish_in(case)
    wish.person.language = "ar"
    wish.person.prefers_personal_since = timezone.now()
    wish.person.save()
    WishFactory(
        person=PersonFactory(case=CaseFactory(jobcenter=case.jobcenter, team=worker.team), name="Ida Ruf"),
        kind=WishKind.CALLBACK,
        times={"day": "2026-11-30", "from": "09:00", "to": "11:00"},
        phone="0151 234567",
    )

    page = desk_of(worker).get(reverse("desk:wishes")).content.decode()

    for words in ("Miriam Sander", "Arabisch", "lieber anrufen", "Ida Ruf", "zwischen 9:00 und 11:00\u00a0Uhr"):
        assert words in page
    assert "Heizkosten" not in page
    assert "0151 234567" not in page


def test_list_costs_the_same_for_many(desk_of, worker, jobcenter, django_assert_num_queries):
    client = desk_of(worker)
    client.get(reverse("desk:wishes"))  # what is known only once
    for number, queries in ((1, 11), (9, 11)):
        for _each in range(number):
            wish_in(CaseFactory(jobcenter=jobcenter))
        with django_assert_num_queries(queries):
            client.get(reverse("desk:wishes"))


def test_times_that_fit_stand_first_and_are_proposed(desk_of, colleague, case, service):
    wish = wish_in(case, service=service)  # Monday or Wednesday, in the morning
    client, address = desk_of(colleague), reverse("desk:wish", args=[wish.pk])
    values, offering = choices(client, address)

    answer = propose(client, address, values[:3])

    assert all(line.fits for line in offering.fitting)
    assert offering.others
    assert answer.status_code == 302
    offer = Offer.objects.get()
    assert (offer.kind, offer.wish, offer.until.astimezone(BERLIN).day) == (OfferKind.PROPOSAL, wish, 30)
    assert Appointment.objects.filter(offer=offer, status=AppointmentStatus.OFFERED).count() == 3


def test_time_that_is_gone_is_named_where_it_was_chosen(desk_of, colleague, case, service):
    wish = wish_in(case, service=service)
    client, address = desk_of(colleague), reverse("desk:wish", args=[wish.pk])
    values, _offering = choices(client, address)
    starts = datetime.datetime.fromisoformat(values[1].partition("|")[0])
    AppointmentFactory(membership=colleague, case=CaseFactory(jobcenter=case.jobcenter), starts=starts)

    answer = propose(client, address, values[:2])

    assert answer.status_code == 422
    lines = {line.value: line for line in answer.context["offering"].lines}
    assert (lines[values[1]].is_gone, lines[values[0]].is_chosen) == (True, True)
    assert "nicht mehr frei" in answer.content.decode()
    assert not Offer.objects.exists()


@pytest.mark.parametrize(
    ("number", "data"),
    [(0, {}), (4, {}), (1, {"until": "2026-11-01"}), (1, {"words": "Hallo {frist}"})],
    ids=["none", "too-many", "day-is-past", "placeholder"],
)
def test_nothing_is_sent_until_all_is_right(desk_of, colleague, case, service, number, data):
    wish = wish_in(case, service=service)
    client, address = desk_of(colleague), reverse("desk:wish", args=[wish.pk])
    values, _offering = choices(client, address)

    answer = propose(client, address, values[:number], **data)

    assert answer.status_code == 422
    assert not Offer.objects.exists()


def test_answer_in_words_settles_it(desk_of, worker, case):
    wish = wish_in(case)

    desk_of(worker).post(reverse("desk:wish", args=[wish.pk]), {"action": "answer", "answer": "Kommen Sie vorbei."})

    wish.refresh_from_db()
    assert (wish.status, wish.answer) == (WishStatus.SETTLED, "Kommen Sie vorbei.")


def test_call_is_noted_as_tried_or_done(desk_of, worker, case):
    wish = wish_in(case, kind=WishKind.CALLBACK, phone="0151 234567")
    client, address = desk_of(worker), reverse("desk:wish", args=[wish.pk])
    page = client.get(address).content.decode()

    client.post(address, {"action": "not_reached"})
    wish.refresh_from_db()
    tried = (wish.status, wish.tries)
    client.post(address, {"action": "reached", "said": "Bescheid erklärt"})
    wish.refresh_from_db()

    assert "0151 234567" in page
    assert (tried, wish.status, wish.answer) == ((WishStatus.OPEN, 1), WishStatus.SETTLED, "Bescheid erklärt")


def test_invitation_begins_with_the_text_of_the_house_and_is_sent(desk_of, colleague, case):
    PersonFactory(case=case)
    client, address = desk_of(colleague), reverse("desk:invite", args=[case.pk])
    values, offering = choices(client, address)

    answer = propose(client, address, values[:3], words=offering.form.initial["words"].replace("{telefon}", "030 1"))

    assert "Jobcenter Musterkreis" in offering.form.initial["words"]
    assert answer.status_code == 302
    assert Offer.objects.get().kind == OfferKind.INVITATION
    assert "wir möchten gern mit Ihnen sprechen" in Message.objects.get(thread__case=case).body


def test_unanswered_invitation_is_reminded_of_once(desk_of, worker, case):
    offer = OfferFactory(person=PersonFactory(case=case), sent_by=worker)
    client, address = desk_of(worker), reverse("desk:offer", args=[offer.pk])

    for _again in range(2):
        client.post(address, {"action": "remind"})

    offer.refresh_from_db()
    assert offer.reminded_at == timezone.now()
    assert Message.objects.filter(thread__case=case).count() == 1
    assert "wartet bis 04.12.2026" in client.get(f"{reverse('desk:wishes')}?liste=angebote").content.decode()


def test_silence_can_be_closed_and_goes_off_the_list(desk_of, worker, case):
    offer = OfferFactory(person=PersonFactory(case=case), sent_by=worker, status=OfferStatus.LAPSED)
    client = desk_of(worker)
    before = client.get(f"{reverse('desk:wishes')}?liste=angebote").content.decode()

    client.post(reverse("desk:offer", args=[offer.pk]), {"action": "close"})

    offer.refresh_from_db()
    assert "nicht beantwortet" in before
    assert (offer.status, Message.objects.filter(thread__case=case).exists()) == (OfferStatus.WITHDRAWN, False)


def test_choice_said_on_the_phone_is_booked_by_staff(desk_of, worker, case):
    offer = OfferFactory(person=PersonFactory(case=case), sent_by=worker)
    time = AppointmentFactory(
        person=offer.person,
        membership=worker,
        service=offer.service,
        offer=offer,
        status=AppointmentStatus.OFFERED,
        held_until=offer.until,
    )

    desk_of(worker).post(
        reverse("desk:offer", args=[offer.pk]), {"action": "take", "time": str(time.pk), "token": str(uuid.uuid4())}
    )

    time.refresh_from_db()
    assert time.status == AppointmentStatus.BOOKED


def test_preference_is_noted_and_shown_before_writing(desk_of, worker, case):
    person = PersonFactory(case=case)
    client = desk_of(worker)

    client.post(reverse("desk:note_preference", args=[case.pk]), {"person": str(person.pk), "ja": "1"})

    page = client.get(reverse("desk:invite", args=[case.pk])).content.decode()
    assert "Miriam Sander spricht lieber persönlich: bitte anrufen oder einladen" in page


@pytest.mark.parametrize(
    "name",
    ["write", "contact", "decisions", "new_decision", "case_appointments", "book_appointment", "summon", "new_request"],
)
def test_preference_stands_on_every_page_from_which_the_office_reaches_somebody(name, desk_of, worker, case):
    PersonFactory(case=case, prefers_personal_since=timezone.now())
    ServiceFactory(jobcenter=case.jobcenter)

    page = desk_of(worker).get(reverse(f"desk:{name}", args=[case.pk])).content.decode()

    assert "Miriam Sander spricht lieber persönlich: bitte anrufen oder einladen" in page


def test_who_has_a_safe_way_is_reached_by_it_alone(desk_of, worker, case):
    PersonFactory(case=case)
    member = PersonFactory(case=case, member=True, name="Amira Sander", prefers_personal_since=timezone.now())
    PersonIndex.objects.create(person=member, normalised_name="amira sander", contact_phone="030111")
    member.wants_own_post_since, member.safe_contact = timezone.now(), "nur über die Beratungsstelle"
    member.save()

    page = desk_of(worker).get(reverse("desk:contact", args=[case.pk])).content.decode()

    assert "Nur so erreichen" in page
    assert "030111" not in page


def test_invitation_begins_with_a_talk_in_person(desk_of, worker, case):
    PersonFactory(case=case)
    ServiceFactory(jobcenter=case.jobcenter, name="Am Telefon", channels=[Channel.PHONE])
    here = ServiceFactory(jobcenter=case.jobcenter, name="Im Haus", channels=[Channel.IN_PERSON, Channel.PHONE])

    search = desk_of(worker).get(reverse("desk:invite", args=[case.pk])).context["offering"].search

    assert (search.service, search.channel) == (here, Channel.IN_PERSON)


def test_wish_of_another_house_is_not_found(desk_of, worker):
    elsewhere = StaffMembershipFactory().jobcenter
    wish = wish_in(CaseFactory(jobcenter=elsewhere))

    assert desk_of(worker).get(reverse("desk:wish", args=[wish.pk])).status_code == 404
