import pytest
from django.urls import reverse
from icalendar import Calendar

from appointments.enums import AppointmentStatus
from appointments.models import CalendarSettings
from tests.factories.appointments import AppointmentFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db
PAGE = reverse("appointments:calendar")


@pytest.fixture
def standing(client):
    made = StandingFactory()
    client.force_login(made.user)
    return made


def fetched(client, appointment, query=""):
    answer = client.get(reverse("appointments:calendar_entry", args=[appointment.pk]) + query)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    return calendar, calendar.walk("VEVENT")[0]


def test_entry_is_loaded_without_details_and_with_the_link_to_change_it(client, standing):
    calendar, event = fetched(client, AppointmentFactory(person=standing.person))

    assert (str(calendar["method"]), str(event["summary"])) == ("PUBLISH", "Termin")
    assert "/termine/link/" in str(event["url"])


def test_entry_says_more_when_asked(client, standing):
    appointment = AppointmentFactory(person=standing.person, service__name="Erstes Gespräch")

    assert str(fetched(client, appointment, "?mit=ort")[1]["summary"]) == "Erstes Gespräch"


def test_entry_of_cancelled_one_takes_it_out_again(client, standing):
    calendar, event = fetched(client, AppointmentFactory(person=standing.person, status=AppointmentStatus.CANCELLED))

    assert (str(calendar["method"]), str(event["status"])) == ("CANCEL", "CANCELLED")


def test_subscription_is_shown_once_and_can_be_fetched_by_anybody_who_has_it(client, standing):
    AppointmentFactory(person=standing.person)

    page = client.post(PAGE, {"person": standing.person.pk, "tun": "oeffnen"}).content.decode()
    address = page.partition("/termine/kalender/abo.ics?s=")[2].partition('"')[0]
    client.logout()

    answer = client.get(f"{reverse('appointments:subscription')}?s={address}")
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == 1
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("query", ["", "?s=", "?s=wrong"])
def test_subscription_without_its_secret_is_not_there(client, query):
    CalendarSettings.objects.create(person=StandingFactory().person)

    assert client.get(reverse("appointments:subscription") + query).status_code == 404


def test_settings_are_saved(client, standing):
    client.post(PAGE, {"person": standing.person.pk, "tun": "speichern", "mails_invitations": "on"})

    kept = CalendarSettings.objects.get()
    assert (kept.mails_invitations, kept.shows_details) == (True, False)


def test_settings_of_another_person_are_not_there(client, standing):
    other = StandingFactory().person

    assert client.post(PAGE, {"person": other.pk, "tun": "oeffnen"}).status_code == 404
    assert not CalendarSettings.objects.exists()


def test_subscription_can_be_closed(client, standing):
    client.post(PAGE, {"person": standing.person.pk, "tun": "oeffnen"})
    client.post(PAGE, {"person": standing.person.pk, "tun": "schliessen"})

    assert CalendarSettings.objects.get().feed_key_hash == ""
