"""Appointments as calendar files (RFC 5545), their updates and cancellations (RFC 5546)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from msgspec import Struct

from appointments.enums import AppointmentStatus, Channel
from appointments.models import Appointment

if TYPE_CHECKING:
    from icalendar import Event, vCalAddress

PRODUCT: Final = "-//Jobcenter-Portal//Termine//DE"
REFRESHED_EVERY: Final = timedelta(hours=4)  # RFC 7986, 5.7; programs ask when they like


class Method(StrEnum):
    """What a calendar is to do with the file (RFC 5546, 1.4)."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class Entry(Struct, frozen=True, kw_only=True):
    """One appointment as a calendar shows it. ``uid`` stays, ``sequence`` grows with each change of time or place."""

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    changed_at: datetime
    summary: str
    location: str = ""
    description: str = ""
    url: str = ""
    is_cancelled: bool = False


def entry_of(appointment: Appointment, *, shows_details: bool, url: str = "") -> Entry:
    """Return the entry of an appointment; without details it says when, and nothing else but "Termin".

    ``url``: the link by which it can be changed without signing in.
    """
    return Entry(
        uid=f"{appointment.pk}@{_host()}",
        sequence=appointment.sequence,
        starts=appointment.period.lower,
        ends=appointment.period.upper,
        changed_at=appointment.updated_at,
        summary=appointment.service.name if shows_details else _("Termin"),
        location=place_in_words(appointment) if shows_details else "",
        description=_("Verschieben oder absagen geht über den Link oder im Portal.") if url else "",
        url=url,
        is_cancelled=appointment.status == AppointmentStatus.CANCELLED,
    )


def place_in_words(appointment: Appointment) -> str:
    """Return where one has to be, in one line: office, address and room, or on which other way."""
    if appointment.channel != Channel.IN_PERSON or appointment.office is None:
        return str(appointment.get_channel_display())
    office, room = appointment.office, appointment.room
    parts = (office.name, office.street, f"{office.postcode} {office.city}", room.name if room else "")
    return ", ".join(filter(None, parts))


def calendar_file(entries: Iterable[Entry], *, method: Method, attendee: str = "", name: str = "") -> bytes:
    """Return the file, UTF-8. Times are in UTC: a local time could not say which of the two hours from 2 to 3 it means
    in the night when clocks are put back, and every calendar shows the time of the place where one is.

    ``attendee`` is the address it is sent to: REQUEST and CANCEL need one, and an organiser (RFC 5546, 3.2.2, 3.2.5).
    ``name`` is what a subscribed calendar is called.
    """
    from icalendar import Calendar  # noqa: PLC0415 -- few pages need it

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", str(method))
    if name:
        calendar.add("name", name)  # RFC 7986, 5.1
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", REFRESHED_EVERY, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, attendee))
    return bytes(calendar.to_ical())


def _event(entry: Entry, attendee: str) -> "Event":
    from icalendar import Event  # noqa: PLC0415 -- as above

    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("dtstart", entry.starts.astimezone(UTC))
    event.add("dtend", entry.ends.astimezone(UTC))
    event.add("summary", entry.summary)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.is_cancelled else "OPAQUE")
    for key, value in (("location", entry.location), ("description", entry.description), ("url", entry.url)):
        if value:
            event.add(key, value)
    if attendee:
        event.add("organizer", _organizer())
        event.add("attendee", _attendee(attendee))
    return event


def _organizer() -> "vCalAddress":
    """Nobody in particular: an answer by a calendar program would reach no person."""
    from icalendar import vCalAddress, vText  # noqa: PLC0415 -- as above

    organizer = vCalAddress(f"mailto:{settings.DEFAULT_FROM_EMAIL.rpartition('<')[2].rstrip('>')}")
    organizer.params["cn"] = vText(_("Portal"))
    return organizer


def _attendee(address: str) -> "vCalAddress":
    from icalendar import vCalAddress, vText  # noqa: PLC0415 -- as above

    attendee = vCalAddress(f"mailto:{address}")
    attendee.params["partstat"] = vText("ACCEPTED")
    attendee.params["rsvp"] = vText("FALSE")
    return attendee


def _host() -> str:
    return urlsplit(settings.PORTAL.base_url).hostname or "localhost"
