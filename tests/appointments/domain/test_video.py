import datetime

import jwt
import pytest

from appointments.domain.video import VideoRole, video_hours, video_link
from appointments.enums import AppointmentStatus, Channel, VideoProvider
from appointments.errors import VideoNotOffered, VideoNotOpen
from appointments.models import AppointmentSettings
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory

pytestmark = pytest.mark.django_db
SECRET = "a-secret-of-at-least-32-characters-long"


def talk(*, provider=VideoProvider.JITSI, url="https://meet.example.org/{room}?jwt={token}", secret=SECRET, **fields):
    appointment = AppointmentFactory(channel=Channel.VIDEO, **fields)
    AppointmentSettings.objects.create(
        jobcenter=appointment.case.jobcenter,
        video_provider=provider,
        video_url=url,
        video_secret=secret,
        video_app_id="jobcenter",
    )
    return appointment


def claims(address):
    key = address.partition("jwt=")[2]
    return jwt.decode(
        key,
        SECRET,
        algorithms=["HS256"],
        audience="jobcenter",
        options={"verify_exp": False, "verify_nbf": False, "verify_iat": False},
    )


def test_video_link_of_jitsi_is_signed_and_ends_with_the_room():
    appointment = talk()

    found = claims(video_link(appointment, role=VideoRole.GUEST, now=MONDAY_NINE))

    assert (found["room"], found["sub"]) == (appointment.room_key.hex, "meet.example.org")
    assert found["nbf"] == int((MONDAY_NINE - datetime.timedelta(minutes=15)).timestamp())
    assert found["exp"] == int((MONDAY_NINE + datetime.timedelta(minutes=90)).timestamp())


def test_video_link_names_staff_and_no_claimant():
    appointment = talk()

    guest = claims(video_link(appointment, role=VideoRole.GUEST, now=MONDAY_NINE, name="Miriam Sander"))
    host = claims(video_link(appointment, role=VideoRole.HOST, now=MONDAY_NINE, name="Frau Albers"))

    assert guest["context"]["user"] == {"name": "", "moderator": False}
    assert host["context"]["user"] == {"name": "Frau Albers", "moderator": True}


def test_video_link_fills_in_any_address():
    appointment = talk(provider=VideoProvider.TEMPLATE, url="https://video.example/r/{room}?as={role}", secret="")

    address = video_link(appointment, role=VideoRole.COMPANION, now=MONDAY_NINE)

    assert address == f"https://video.example/r/{appointment.room_key.hex}?as=companion"


@pytest.mark.parametrize(("minutes", "is_open"), [(-16, False), (-15, True), (0, True), (89, True), (90, False)])
def test_room_is_open_from_a_quarter_before_to_an_hour_after(minutes, is_open):
    now = MONDAY_NINE + datetime.timedelta(minutes=minutes)

    assert video_hours(talk()).is_open(now) is is_open


def test_video_link_is_refused_while_the_room_is_closed():
    with pytest.raises(VideoNotOpen):
        video_link(talk(), role=VideoRole.GUEST, now=MONDAY_NINE - datetime.timedelta(hours=1))


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "http://meet.example.org/{room}"},
        {"url": "javascript:alert(1)"},
        {"provider": ""},
        {"status": AppointmentStatus.CANCELLED},
    ],
    ids=["plain", "script", "none", "cancelled"],
)
def test_video_link_is_refused_without_a_safe_room(fields):
    with pytest.raises(VideoNotOffered):
        video_link(talk(**fields), role=VideoRole.GUEST, now=MONDAY_NINE)


def test_video_link_is_refused_for_a_talk_in_person():
    with pytest.raises(VideoNotOffered):
        video_link(AppointmentFactory(), role=VideoRole.GUEST, now=MONDAY_NINE)
