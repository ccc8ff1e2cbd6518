import datetime

import pytest
import time_machine
from django.urls import reverse

from appointments.domain.links import link_for, participant_link
from appointments.enums import Channel
from appointments.models import AppointmentSettings, Participant
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db
ROOM = "https://video.example/{room}?as={role}"


@pytest.fixture
def talk():
    appointment = AppointmentFactory(person=StandingFactory().person, channel=Channel.VIDEO)
    AppointmentSettings.objects.create(jobcenter=appointment.case.jobcenter, video_provider="template", video_url=ROOM)
    return appointment


def at(moment):
    return time_machine.travel(moment, tick=False)


def test_video_page_says_when_the_room_opens_and_whom_to_call(client, talk):
    with at(MONDAY_NINE - datetime.timedelta(hours=1)):
        client.force_login(talk.person.user)
        page = client.get(reverse("appointments:video", args=[talk.pk])).content.decode()

    assert "Der Raum ist noch geschlossen" in page
    assert "8:45\xa0Uhr" in page
    assert talk.case.jobcenter.phone in page


def test_video_room_is_entered_as_guest(client, talk):
    with at(MONDAY_NINE):
        client.force_login(talk.person.user)
        answer = client.get(reverse("appointments:video_enter", args=[talk.pk]))

    assert answer["Location"] == f"https://video.example/{talk.room_key.hex}?as=guest"
    assert answer["Referrer-Policy"] == "no-referrer"


def test_video_room_that_is_closed_leads_back(client, talk):
    with at(MONDAY_NINE - datetime.timedelta(hours=1)):
        client.force_login(talk.person.user)
        answer = client.get(reverse("appointments:video_enter", args=[talk.pk]))

    assert answer["Location"] == reverse("appointments:video", args=[talk.pk])


@pytest.mark.parametrize("who", ["guest", "companion"])
def test_video_room_is_entered_by_link(client, talk, who):
    with at(MONDAY_NINE):
        token = (
            link_for(talk)
            if who == "guest"
            else participant_link(Participant.objects.create(appointment=talk, name="Olha"))
        )
        answer = client.get(reverse("appointments:video_enter_by_link", args=[token]))

    assert answer["Location"].endswith(f"?as={who}")


def test_video_by_wrong_link_is_not_there(client, talk):
    with at(MONDAY_NINE):
        assert client.get(reverse("appointments:video_by_link", args=[f"{link_for(talk)}x"])).status_code == 404


def test_device_check_may_use_the_camera_of_this_page_only(client):
    assert "camera=(self)" in client.get(reverse("appointments:device_check"))["Permissions-Policy"]
    assert "camera=()" in client.get(reverse("appointments:contact"))["Permissions-Policy"]
