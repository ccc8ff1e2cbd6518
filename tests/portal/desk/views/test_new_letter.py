import datetime
import re
import uuid

import pytest
from django.urls import reverse

from appointments.models import Appointment, Summons
from tests.factories.appointments import MONDAY_NINE
from tests.factories.summonses import calling

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
TUESDAY = MONDAY_NINE + DAY


@pytest.fixture(autouse=True)
def ten_days_before(time_machine):
    time_machine.move_to(MONDAY_NINE - 10 * DAY)


@pytest.fixture
def there():
    return calling()


@pytest.fixture
def talk(there):
    return there.send().appointment


@pytest.fixture
def desk(desk_of, there):
    return desk_of(there.house.author)


def url(name, talk):
    return reverse(f"desk:{name}", args=[talk.pk])


def text(response):
    return response.content.decode().replace("\xa0", " ")


def hidden_of(page):
    return dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', page.content.decode()))


def move(desk, there, talk, starts=TUESDAY):
    asked = {"person": talk.person_id, "service": there.service.pk, "channel": "in_person", "first_day": "2026-12-07"}
    sent = {**asked, "slot": starts.isoformat(), "token": str(uuid.uuid4())}
    return desk.post(url("move_appointment", talk), sent, follow=True)


def test_moving_says_before_what_becomes_of_the_letter_and_leads_to_the_next_one(desk, there, talk):
    assert "nennt: Mo, 7. Dezember 2026, 9:00 Uhr, persönlich." in text(desk.get(url("move_appointment", talk)))

    page = text(move(desk, there, talk))

    assert "Das Schreiben vom 27.11.2026 nennt noch den alten Termin." in page
    assert "ersetzt unser Schreiben vom 27. November 2026" in page
    assert "Gelesen. Dieses Schreiben senden" in page
    assert Summons.objects.count() == 1


def test_page_of_the_appointment_says_it_until_a_new_letter_is_sent(desk, there, talk):
    move(desk, there, talk)
    assert "Neues Schreiben lesen und senden" in text(desk.get(url("appointment", talk)))
    assert "1 Schreiben nennt einen alten Termin" in text(desk.get("/verwaltung/termine/"))
    assert url("new_letter", talk) in text(desk.get("/verwaltung/termine/vorladungen/"))
    assert "Schreiben nennt den alten Termin" in text(desk.get(reverse("desk:case_appointments", args=[talk.case_id])))

    preview = desk.get(url("new_letter", talk))
    page = text(desk.post(url("new_letter", talk), {**hidden_of(preview), "senden": "1"}, follow=True))

    assert "Das Schreiben liegt im Postfach" in page
    assert "nennt noch" not in page
    assert "nannte Mo, 7. Dezember 2026, 9:00 Uhr" in page
    assert Summons.objects.get(replaces__isnull=False).period.lower == TUESDAY


@pytest.mark.parametrize(
    ("name", "sent", "said"),
    [
        ("cancel_appointment", {"reason": "Haus zu"}, "Der Termin findet nicht statt"),
        (
            "change_appointment",
            {"channel": "phone", "phone": "030 23125 5", "token": str(uuid.uuid4())},
            "Sie müssen zu diesem Termin nicht ins Jobcenter kommen",
        ),
    ],
)
def test_called_off_or_on_another_way_the_letter_takes_the_summons_back(desk, talk, name, sent, said):
    page = text(desk.post(url(name, talk), sent, follow=True))

    assert said in page
    assert "Keine Meldeaufforderung: Das Schreiben nimmt die alte zurück." in page


def test_moved_once_more_meanwhile_it_is_read_again(desk, there, talk):
    move(desk, there, talk)
    preview = hidden_of(desk.get(url("new_letter", talk)))
    move(desk, there, talk, MONDAY_NINE + 2 * DAY)

    page = text(desk.post(url("new_letter", talk), {**preview, "senden": "1"}))

    assert "Noch nicht gesendet: Inzwischen hat sich etwas geändert." in page
    assert "Mittwoch, 9. Dezember 2026" in page
    assert Summons.objects.count() == 1


def test_address_is_shown_in_the_letter_before_it_goes_by_post(desk_of):
    there = calling(agrees=False)
    desk, talk = desk_of(there.house.author), there.send().appointment
    move(desk, there, talk)
    preview = desk.get(url("new_letter", talk))
    assert "Geht mit der Post:" in text(preview)

    read = desk.post(url("new_letter", talk), {**hidden_of(preview), "address": "Beispielweg 3\n00123 Musterstadt"})
    assert "<br>Beispielweg 3<br>00123 Musterstadt" in text(read)
    unread = {**hidden_of(preview), "address": "Anderswo 1", "senden": "1"}
    assert "Noch nicht gesendet" in text(desk.post(url("new_letter", talk), unread))

    desk.post(
        url("new_letter", talk), {**hidden_of(read), "address": "Beispielweg 3\n00123 Musterstadt", "senden": "1"}
    )
    assert Summons.objects.get(replaces__isnull=False).by_post == "no_consent"


def test_short_before_the_time_the_page_says_that_it_comes_late(desk_of, desk, there, talk, time_machine):
    move(desk, there, talk)
    assert "Das Schreiben kommt knapp." not in text(desk.get(url("new_letter", talk)))
    time_machine.move_to(TUESDAY - 2 * DAY)

    assert "Das Schreiben kommt knapp." in text(desk_of(there.house.author).get(url("new_letter", talk)))


def test_where_the_letter_holds_one_is_led_back(desk, talk):
    page = text(desk.get(url("new_letter", talk), follow=True))

    assert "Es ist nichts zu senden." in page
    assert Appointment.objects.get().summons.replaces is None
