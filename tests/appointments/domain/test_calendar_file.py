"""Calendar files, read by two parsers that know nothing of each other."""

import datetime

import pytest
import vobject
from icalendar import Calendar

from appointments.domain.calendar_file import Entry, Method, calendar_file, entry_of
from appointments.enums import AppointmentStatus, Channel
from tests.factories.accounts import OfficeFactory
from tests.factories.appointments import BERLIN, MONDAY_NINE, AppointmentFactory, RoomFactory

HALF_AN_HOUR = datetime.timedelta(minutes=30)


def entry(**fields):
    return Entry(
        **{
            "uid": "1@portal.example",
            "sequence": 0,
            "starts": MONDAY_NINE,
            "ends": MONDAY_NINE + HALF_AN_HOUR,
            "changed_at": datetime.datetime(2026, 11, 27, 8, 0, tzinfo=datetime.UTC),
            "summary": "Termin",
        }
        | fields
    )


def both(content):
    """The event as icalendar and as vobject see it; the first must not have met anything wrong."""
    parsed = Calendar.from_ical(content)
    assert parsed.errors == []
    (event,) = parsed.walk("VEVENT")
    assert event.errors == []
    other = vobject.readOne(content.decode())
    other.validate(raiseException=True)
    return parsed, event, other


def test_calendar_file_means_the_same_to_two_parsers():
    parsed, event, other = both(calendar_file([entry()], method=Method.PUBLISH))

    assert (parsed["method"], other.method.value) == ("PUBLISH", "PUBLISH")
    assert event.start == other.vevent.dtstart.value == MONDAY_NINE
    assert event.end == other.vevent.dtend.value == MONDAY_NINE + HALF_AN_HOUR
    assert (str(event["summary"]), other.vevent.summary.value) == ("Termin", "Termin")


@pytest.mark.parametrize("fold", [0, 1], ids=["first", "second"])
def test_calendar_file_tells_the_two_hours_of_the_night_apart(fold):
    twice = datetime.datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold)
    ends = (twice.astimezone(datetime.UTC) + HALF_AN_HOUR).astimezone(BERLIN)

    _parsed, event, _other = both(calendar_file([entry(starts=twice, ends=ends)], method=Method.PUBLISH))

    assert event.start.astimezone(datetime.UTC) == twice.astimezone(datetime.UTC)


def test_update_and_cancellation_replace_the_first_one():
    files = [
        calendar_file([entry()], method=Method.REQUEST, attendee="a@example.org"),
        calendar_file([entry(sequence=1)], method=Method.REQUEST, attendee="a@example.org"),
        calendar_file([entry(sequence=2, is_cancelled=True)], method=Method.CANCEL, attendee="a@example.org"),
    ]

    read = [both(content) for content in files]
    assert [str(event["uid"]) for _parsed, event, _other in read] == ["1@portal.example"] * 3
    assert [int(other.vevent.sequence.value) for _parsed, _event, other in read] == [0, 1, 2]
    assert [str(event["status"]) for _parsed, event, _other in read] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert [str(parsed["method"]) for parsed, _event, _other in read] == ["REQUEST", "REQUEST", "CANCEL"]


def test_request_names_attendee_and_an_organiser_nobody_answers():
    _parsed, event, other = both(calendar_file([entry()], method=Method.REQUEST, attendee="miriam@example.org"))

    assert str(event["attendee"]) == "mailto:miriam@example.org"
    assert (event["attendee"].params["RSVP"], event["attendee"].params["PARTSTAT"]) == ("FALSE", "ACCEPTED")
    assert other.vevent.organizer.value.startswith("mailto:")


def test_calendar_file_folds_and_escapes_what_is_long_and_odd():
    location = "Haus, am; Markt\nZimmer 3, " + "ä" * 120

    content = calendar_file([entry(location=location)], method=Method.PUBLISH)

    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    _parsed, event, other = both(content)
    assert str(event["location"]) == other.vevent.location.value == location


@pytest.mark.django_db
def test_entry_says_nothing_but_the_time_by_default():
    appointment = AppointmentFactory(office=OfficeFactory(), topic="Schulden")

    shown = entry_of(appointment, shows_details=False)

    assert (shown.summary, shown.location, shown.description, shown.url) == ("Termin", "", "", "")


@pytest.mark.django_db
def test_entry_says_place_and_service_when_wanted():
    room = RoomFactory(name="Raum 12")
    appointment = AppointmentFactory(office=room.office, room=room, service__name="Erstes Gespräch")

    shown = entry_of(appointment, shows_details=True, url="https://portal.example/termine/link/x/")

    assert (shown.summary, shown.url) == ("Erstes Gespräch", "https://portal.example/termine/link/x/")
    assert shown.location == "Haus am Markt, Marktplatz 1, 00101 Musterstadt, Raum 12"


@pytest.mark.django_db
def test_entry_of_a_call_names_no_house():
    appointment = AppointmentFactory(channel=Channel.PHONE, office=OfficeFactory())

    assert entry_of(appointment, shows_details=True).location == "am Telefon"


@pytest.mark.django_db
def test_entry_of_cancelled_appointment_is_cancelled():
    assert entry_of(AppointmentFactory(status=AppointmentStatus.CANCELLED), shows_details=False).is_cancelled is True
