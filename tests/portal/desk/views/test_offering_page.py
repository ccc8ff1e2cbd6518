"""The pages of the offer, as staff use them."""

import datetime

import pytest

from appointments.enums import Channel, ServiceKind, VideoProvider
from appointments.models import AppointmentSettings, CalendarException, OpeningRule, Room, Service
from tests.factories.accounts import OfficeFactory, StaffMembershipFactory
from tests.factories.appointments import (
    MONDAY_NINE,
    AppointmentFactory,
    OpeningRuleFactory,
    RoomFactory,
    ServiceFactory,
)

pytestmark = pytest.mark.django_db
PAGE = "/verwaltung/termine/einrichtung/"
SERVICE = {
    "kind": ServiceKind.BENEFIT,
    "name": "Fragen zum Bescheid",
    "minutes": 30,
    "gap_minutes": 5,
    "notice_hours": 24,
    "horizon_days": 60,
    "channels": [Channel.PHONE, Channel.IN_PERSON],
    "is_bookable": "on",
    "is_active": "on",
}
RULE = {
    "weekdays": ["0", "3"],
    "starts": "09:00",
    "ends": "12:00",
    "every_weeks": "1",
    "first_day": "2026-12-01",
    "channels": [Channel.PHONE],
    "languages": ["uk"],
}


@pytest.fixture
def lead(jobcenter):
    return StaffMembershipFactory(jobcenter=jobcenter, team_lead=True)


@pytest.fixture(autouse=True)
def _before_december(time_machine):
    time_machine.move_to(datetime.datetime(2026, 12, 1, 8, tzinfo=datetime.UTC))


def test_service_is_made_and_changed(desk_of, lead):
    client = desk_of(lead)
    assert client.post(f"{PAGE}anliegen/neu/", SERVICE).status_code == 302
    made = Service.objects.get()
    assert (made.jobcenter, made.minutes, made.channels) == (lead.jobcenter, 30, ["phone", "in_person"])

    page = client.post(f"{PAGE}anliegen/{made.pk}/", {**SERVICE, "minutes": 45}, follow=True).content.decode()
    assert "Fragen zum Bescheid" in page
    assert "45 Min." in page


def test_service_without_appointment_is_not_booked(desk_of, lead):
    desk_of(lead).post(f"{PAGE}anliegen/neu/", {**SERVICE, "kind": ServiceKind.DROP_IN, "can_be_asked_for": "on"})

    assert Service.objects.values_list("is_bookable", "can_be_asked_for").get() == (False, False)


def test_what_was_typed_stays_with_words_at_the_field(desk_of, lead):
    ServiceFactory(jobcenter=lead.jobcenter, name="Beratung")
    data = {**SERVICE, "name": "Beratung", "description": "Wir sprechen."}

    refused = desk_of(lead).post(f"{PAGE}anliegen/neu/", data)

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "So heißt schon ein Anliegen." in page
    assert "Wir sprechen." in page
    assert (
        "Bitte wählen Sie mindestens einen Weg."
        in desk_of(lead).post(f"{PAGE}anliegen/neu/", {**SERVICE, "channels": []}).content.decode()
    )


def test_service_with_appointments_is_switched_off_instead(desk_of, lead):
    service = ServiceFactory(jobcenter=lead.jobcenter)
    AppointmentFactory(service=service, case__jobcenter=lead.jobcenter)
    client = desk_of(lead)
    address = f"{PAGE}anliegen/{service.pk}/loeschen/"

    assert "Dafür ist noch 1 Termin vereinbart." in client.get(address).content.decode()
    assert "Nicht gelöscht" in client.post(address, {"remove": "1"}, follow=True).content.decode()
    client.post(address, {"switch_off": "1"})

    assert Service.objects.values_list("is_active", flat=True).get() is False


def test_room_is_made_and_deleted(desk_of, lead):
    office = OfficeFactory(jobcenter=lead.jobcenter)
    client = desk_of(lead)
    client.post(
        f"{PAGE}raeume/neu/", {"office": office.pk, "name": "Raum 104", "is_step_free": "on", "is_active": "on"}
    )
    room = Room.objects.get()
    assert (room.is_step_free, room.is_quiet) == (True, False)

    twice = client.post(f"{PAGE}raeume/neu/", {"office": office.pk, "name": "Raum 104"})
    assert "So heißt hier schon ein Raum." in twice.content.decode()
    client.post(f"{PAGE}raeume/{room.pk}/loeschen/", {"remove": "1"})
    assert not Room.objects.exists()


def test_room_with_appointments_is_switched_off_instead(desk_of, lead):
    room = RoomFactory(office__jobcenter=lead.jobcenter)
    AppointmentFactory(room=room, case__jobcenter=lead.jobcenter)

    desk_of(lead).post(f"{PAGE}raeume/{room.pk}/loeschen/", {"switch_off": "1"})

    assert Room.objects.values_list("is_active", flat=True).get() is False


def test_caseworker_enters_own_hours_only(desk_of, worker, lead):
    client = desk_of(worker)

    assert client.post(f"{PAGE}sprechzeiten/neu/", {**RULE, "membership": lead.pk}).status_code == 422
    assert client.post(f"{PAGE}sprechzeiten/neu/", {**RULE, "membership": worker.pk}).status_code == 302

    rule = OpeningRule.objects.get()
    assert (rule.membership, rule.weekdays, rule.languages) == (worker, [0, 3], ["uk"])
    page = client.get(f"{PAGE}sprechzeiten/").content.decode()
    assert "Mo, Do, 9:00–12:00" in page
    assert "Ukrainisch" in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ends": "08:00"}, "Das Ende liegt nicht nach dem Anfang."),
        ({"last_day": "2026-11-01"}, "Der letzte Tag liegt vor dem ersten."),
        ({"weekdays": []}, "Bitte wählen Sie mindestens einen Wochentag."),
        ({"starts": "neun"}, "Bitte schreiben Sie die Uhrzeit so: 9:30."),
        ({"starts": "11:00", "ends": "13:00"}, "Von 9:00 bis 12:00 Uhr gibt es an diesen Tagen schon eine Sprechzeit."),
    ],
)
def test_hours_that_cannot_be_come_back_with_words(desk_of, worker, changes, words):
    OpeningRuleFactory(membership=worker)

    page = desk_of(worker).post(f"{PAGE}sprechzeiten/neu/", {**RULE, "membership": worker.pk, **changes})

    assert page.status_code == 422
    assert words in page.content.decode()


def test_hours_with_appointments_say_so_and_can_end_after_them(desk_of, worker):
    rule = OpeningRuleFactory(membership=worker)
    AppointmentFactory(membership=worker, case__jobcenter=worker.jobcenter)
    client = desk_of(worker)
    address = f"{PAGE}sprechzeiten/{rule.pk}/loeschen/"

    page = client.get(address).content.decode()
    assert "Dafür ist noch 1 Termin vereinbart." in page
    assert "Sie gelten dann bis zum 07.12.2026" in page
    client.post(address, {"switch_off": "1"})
    assert OpeningRule.objects.get().last_day == MONDAY_NINE.date()
    client.post(address, {"remove": "1"})
    assert not OpeningRule.objects.exists()


def test_exception_warns_of_what_is_agreed(desk_of, worker):
    AppointmentFactory(membership=worker, case__jobcenter=worker.jobcenter)
    data = {"membership": worker.pk, "kind": "closed", "day": "2026-12-07", "note": "Teamsitzung"}

    page = desk_of(worker).post(f"{PAGE}ausnahmen/", data, follow=True).content.decode()

    assert "In dieser Zeit ist schon 1 Termin vereinbart." in page
    period = CalendarException.objects.get().period
    assert (period.lower.isoformat(), period.upper.isoformat()) == (
        "2026-12-06T23:00:00+00:00",
        "2026-12-07T23:00:00+00:00",
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"starts": "09:00"}, "Bitte geben Sie beide Uhrzeiten an oder keine."),
        ({"starts": "09:00", "ends": "08:00"}, "Das Ende liegt nicht nach dem Anfang."),
        ({"kind": "open"}, "Bitte geben Sie an, von wann bis wann zusätzlich Zeit ist."),
        ({"kind": "open", "starts": "14:00", "ends": "15:00"}, "Bitte wählen Sie, wie die zusätzliche Zeit ist."),
        ({"day": "2027-03-28", "starts": "02:30", "ends": "04:00"}, "Diese Uhrzeit gibt es an dem Tag nicht"),
        ({"day": "2026-12-07", "starts": "09:30", "ends": "10:30"}, "Zu dieser Zeit ist schon eine solche Ausnahme"),
    ],
)
def test_exceptions_that_cannot_be_come_back_with_words(desk_of, worker, changes, words):
    worker.calendar_exceptions.create(period=(MONDAY_NINE, MONDAY_NINE + datetime.timedelta(hours=1)))
    data = {"membership": worker.pk, "kind": "closed", "day": "2026-12-08", **changes}

    page = desk_of(worker).post(f"{PAGE}ausnahmen/", data)

    assert page.status_code == 422
    assert words in page.content.decode()


def test_additional_time_is_entered_and_taken_back(desk_of, worker):
    rule = OpeningRuleFactory(membership=worker)
    data = {
        "membership": worker.pk,
        "kind": "open",
        "day": "2026-12-12",
        "starts": "10:00",
        "ends": "12:00",
        "like": rule.pk,
    }
    client = desk_of(worker)

    client.post(f"{PAGE}ausnahmen/", data)

    exception = CalendarException.objects.get()
    assert (exception.kind, exception.like) == ("open", rule)
    client.post(f"{PAGE}ausnahmen/{exception.pk}/loeschen/")
    assert not CalendarException.objects.exists()


def test_key_of_video_is_kept_and_never_shown(desk_of, administrator):
    client = desk_of(administrator)
    address = f"{PAGE}einstellungen/"
    data = {"video_provider": VideoProvider.JITSI, "video_url": "https://video.example.org/{room}?jwt={token}"}

    refused = client.post(address, data)
    assert "Dafür braucht das Portal den Schlüssel des Dienstes." in refused.content.decode()

    page = client.post(address, {**data, "key": "sehr-geheim-47"}, follow=True).content.decode()
    assert "sehr-geheim-47" not in page
    assert "Ein Schlüssel ist gespeichert." in page
    client.post(address, {**data, "travel_costs": "Mit dem Bus."})
    stored = AppointmentSettings.objects.get()
    assert (stored.video_secret, stored.travel_costs) == ("sehr-geheim-47", "Mit dem Bus.")

    client.post(address, {"video_provider": "", "forget_key": "on"})
    assert AppointmentSettings.objects.get().video_secret == ""


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://video.example.org/{room}", "Die Adresse muss mit https:// beginnen."),
        ("https://video.example.org/", "In der Adresse fehlt {room}."),
        ("https://video.example.org/{room}?n={surname}", "Diese Platzhalter gibt es nicht: {surname}."),
        ("", "Bitte geben Sie die Adresse der Räume an."),
    ],
)
def test_address_of_video_is_checked(desk_of, administrator, url, words):
    page = desk_of(administrator).post(
        f"{PAGE}einstellungen/", {"video_provider": VideoProvider.TEMPLATE, "video_url": url}
    )

    assert words in page.content.decode()


def test_week_shows_the_team_and_one_colleague(desk_of, worker, lead):
    OpeningRuleFactory(membership=worker)
    OpeningRuleFactory(membership=lead, starts=datetime.time(14), ends=datetime.time(16, 30))
    client = desk_of(worker)

    team = client.get(f"{PAGE}?woche=2026-12-09").content.decode()
    assert "Woche 50: 07.12. bis 11.12.2026" in team
    assert "9 Uhr" in team
    assert "14 Uhr" not in team  # the lead is of no team
    of_lead = client.get(f"{PAGE}?woche=2026-12-09&wer={lead.pk}").content.decode()
    assert "14 Uhr" in of_lead
    assert "bis 16:30" in of_lead
    assert client.get(f"{PAGE}?woche=morgen&wer=x").status_code == 200


@pytest.mark.parametrize("colleagues", [1, 5])
def test_week_costs_the_same_whatever_the_numbers(desk_of, worker, colleagues, django_assert_max_num_queries):
    for _number in range(colleagues):
        OpeningRuleFactory(membership__jobcenter=worker.jobcenter, membership__team=worker.team)
    client = desk_of(worker)
    client.get(PAGE)

    with django_assert_max_num_queries(20):
        client.get(f"{PAGE}?wer=alle&woche=2026-12-07")
