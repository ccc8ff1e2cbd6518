"""Rooms of a video service that the office has: whose link opens one, and when. No video is built here."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from urllib.parse import quote, urlsplit

from msgspec import Struct

from appointments.enums import AppointmentStatus, Channel, VideoProvider
from appointments.errors import VideoNotOffered, VideoNotOpen
from appointments.models import Appointment, AppointmentSettings

OPENS_BEFORE: Final = timedelta(minutes=15)
STAYS_AFTER: Final = timedelta(minutes=60)
PLACEHOLDERS: Final = ("{room}", "{token}", "{role}")


class VideoRole(StrEnum):
    """As what somebody enters. No name of a person is given to the service: they may say it themselves."""

    HOST = "host"
    GUEST = "guest"
    COMPANION = "companion"


class VideoHours(Struct, frozen=True):
    """From when to when a room may be entered. ``is_offered``: the office has a service, and it is a talk by video."""

    opens: datetime
    closes: datetime
    is_offered: bool

    def is_open(self, now: datetime) -> bool:
        """Whether it may be entered now."""
        return self.is_offered and self.opens <= now < self.closes


def settings_of(appointment: Appointment) -> AppointmentSettings | None:
    """Return how the office of this appointment does video; None when it does not. One query."""
    house = appointment.case.jobcenter_id
    found = AppointmentSettings.objects.filter(pk=house).first() if house is not None else None
    if found is None or not found.video_provider or urlsplit(found.video_url).scheme != "https":
        return None
    return found


def video_hours(appointment: Appointment) -> VideoHours:
    """Return when the room of an appointment may be entered: a quarter of an hour before it, to an hour after it."""
    is_talk = appointment.channel == Channel.VIDEO and appointment.status == AppointmentStatus.BOOKED
    return VideoHours(
        opens=appointment.period.lower - OPENS_BEFORE,
        closes=appointment.period.upper + STAYS_AFTER,
        is_offered=is_talk and settings_of(appointment) is not None,
    )


def video_link(appointment: Appointment, *, role: VideoRole, now: datetime, name: str = "") -> str:
    """Return the address by which one participant enters the room, signed for them, good until the room closes.

    Made when somebody goes in, so that no such address lies about. ``name`` is for staff only: what a claimant is
    called is nothing that an address may say. Raises VideoNotOffered, VideoNotOpen.
    """
    service, hours = settings_of(appointment), video_hours(appointment)
    if service is None or not hours.is_offered:
        raise VideoNotOffered
    if not hours.is_open(now):
        raise VideoNotOpen
    room = appointment.room_key.hex
    values = {"{room}": room, "{role}": role, "{token}": _token(service, hours, room, role, name, now)}
    address = service.video_url
    for placeholder in PLACEHOLDERS:
        address = address.replace(placeholder, quote(values[placeholder], safe=""))
    return address


def _token(  # what is signed, each by name
    service: AppointmentSettings, hours: VideoHours, room: str, role: VideoRole, name: str, now: datetime
) -> str:
    """A JWT (RFC 7519), HS256; empty without a secret: then the address of the room is all there is."""
    if not service.video_secret:
        return ""
    import jwt  # noqa: PLC0415 -- slow import, for who goes into a room

    claims: dict[str, Any] = {
        "iss": service.video_app_id,
        "room": room,
        "iat": now.astimezone(UTC),
        "nbf": hours.opens.astimezone(UTC),
        "exp": hours.closes.astimezone(UTC),
    }
    is_host = role is VideoRole.HOST
    if service.video_provider == VideoProvider.JITSI:  # what its token module wants to see
        user = {"name": name if is_host else "", "moderator": is_host}
        claims |= {"aud": service.video_app_id, "sub": urlsplit(service.video_url).hostname, "context": {"user": user}}
    else:
        claims |= {"role": str(role), "name": name if is_host else ""}
    return jwt.encode(claims, service.video_secret, algorithm="HS256")
