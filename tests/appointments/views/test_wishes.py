import uuid

import pytest
from django.urls import reverse

from appointments.enums import WishKind, WishStatus
from appointments.models import AppointmentSettings, Wish
from portal.cases.enums import StandingKind
from portal.cases.views.space import space_of
from tests.factories.accounts import OfficeFactory, UserFactory
from tests.factories.appointments import ServiceFactory, WishFactory
from tests.factories.cases import PersonFactory, StandingFactory

pytestmark = pytest.mark.django_db
FIELDS = {
    "topic": "Meine Heizkosten",
    "channels": ["phone"],
    "days": ["0", "2"],
    "parts": ["morning"],
    "not_before_0": "",
    "not_before_1": "",
    "not_before_2": "",
    "times_words": "nach 9 Uhr",
    "phone": "0151 234567",
    "needs": ["interpreter"],
    "language": "ar",
    "needs_words": "",
}


@pytest.fixture
def standing():
    return StandingFactory()


@pytest.fixture
def signed_in(client, standing):
    client.force_login(standing.user)
    return client


def test_wish_of_the_person_leads_to_its_receipt(signed_in, standing):
    service = ServiceFactory(jobcenter=standing.case.jobcenter)
    AppointmentSettings.objects.create(jobcenter=standing.case.jobcenter, video_provider="jitsi")
    page = signed_in.get(reverse("appointments:wish"))
    data = {**FIELDS, "channels": ["phone", "video"], "service": str(service.pk), "token": page.context["token"]}

    answer = signed_in.post(reverse("appointments:wish"), data, follow=True)

    wish = Wish.objects.get()
    assert (wish.service, wish.times["days"], wish.channels) == (service, [0, 2], ["phone", "video"])
    assert wish.needs == {"needs": ["interpreter"], "language": "ar", "words": ""}
    assert wish.submission.reference in answer.content.decode()
    signed_in.post(reverse("appointments:wish"), data)
    assert Wish.objects.count() == 1


@pytest.mark.parametrize("name", ["wish", "callback"])
def test_wish_can_be_for_somebody_of_the_household(name, signed_in, standing):
    child = PersonFactory(case=standing.case, member=True)
    address = reverse(f"appointments:{name}")
    assert "Für wen ist das?" in signed_in.get(address).content.decode()

    shown = signed_in.post(
        address, {"token": uuid.uuid4(), "phone": "0151 234567", "person": str(child.pk)}, follow=True
    )

    wish = Wish.objects.get()
    assert wish.person == child
    assert "Ida Sander" in shown.content.decode()


def test_empty_wish_is_a_wish(signed_in):
    signed_in.post(reverse("appointments:wish"), {"token": uuid.uuid4()})

    assert Wish.objects.get().topic == ""


def test_wish_for_the_past_is_asked_again_with_all_that_was_typed(signed_in):
    data = FIELDS | {"not_before_0": "1", "not_before_1": "1", "not_before_2": "2020", "token": uuid.uuid4()}

    answer = signed_in.post(reverse("appointments:wish"), data)

    assert answer.status_code == 422
    assert "Meine Heizkosten" in answer.content.decode()
    assert not Wish.objects.exists()


def test_wish_without_a_case_says_how_to_reach_somebody(client):
    client.force_login(UserFactory())

    page = client.get(reverse("appointments:wish")).content.decode()

    assert "sobald Sie einen Antrag begonnen haben" in page


def test_member_wishes_for_themselves(client, standing):
    member = PersonFactory(case=standing.case, is_applicant=False)
    StandingFactory(person=member, kind=StandingKind.MEMBER, scopes=["own_part"])
    client.force_login(member.user)

    answer = client.post(reverse("appointments:wish"), FIELDS | {"token": uuid.uuid4()}, follow=True)

    assert (Wish.objects.get().person, answer.status_code) == (member, 200)


def test_helper_wishes_in_the_space_of_the_case(client, standing):
    helper = StandingFactory(helper=True, person=standing.person, scopes=["appointments"])
    client.force_login(helper.user)
    address = space_of(standing.case_id) + reverse("appointments:wish")[1:]

    answer = client.post(address, FIELDS | {"token": uuid.uuid4()}, follow=True)

    assert (Wish.objects.get().person, answer.status_code) == (standing.person, 200)


def test_call_keeps_number_and_window(signed_in, standing):
    OfficeFactory(jobcenter=standing.case.jobcenter)
    page = signed_in.get(reverse("appointments:callback"))
    window = page.context["form"].fields["window"].choices[1][1][0][0]

    signed_in.post(reverse("appointments:callback"), {"phone": "0151 234567", "window": window, "topic": "Bescheid"})

    wish = Wish.objects.get()
    assert (wish.kind, wish.phone, wish.topic) == (WishKind.CALLBACK, "0151 234567", "Bescheid")
    assert wish.times["day"] == window[:10]


@pytest.mark.parametrize("phone", ["", "12", "keine"])
def test_call_needs_a_number_somebody_can_dial(signed_in, phone):
    answer = signed_in.post(reverse("appointments:callback"), {"phone": phone})

    assert answer.status_code == 422
    assert "Telefonnummer" in answer.content.decode()


def test_wish_is_taken_back_with_a_receipt(signed_in, standing):
    wish = WishFactory(person=standing.person)

    page = signed_in.get(reverse("appointments:wished", args=[wish.pk])).content.decode()

    answer = signed_in.post(reverse("appointments:wished", args=[wish.pk]), {"token": uuid.uuid4()}, follow=True)

    wish.refresh_from_db()
    assert "wartet auf das Jobcenter" in page
    assert wish.status == WishStatus.WITHDRAWN
    assert "zurückgenommen" in answer.content.decode()


def test_wish_of_somebody_else_is_not_found(signed_in):
    foreign = WishFactory(person=StandingFactory().person)

    assert signed_in.post(reverse("appointments:wished", args=[foreign.pk])).status_code == 404


def test_way_that_a_link_has_chosen_is_ticked_and_video_only_offered_where_there_is_any(signed_in):
    form = signed_in.get(f"{reverse('appointments:wish')}?weg=phone").context["form"]

    assert form["channels"].value() == ["phone"]
    assert "video" not in dict(form.fields["channels"].choices)
