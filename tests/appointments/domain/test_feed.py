import datetime

import pytest
from icalendar import Calendar

from appointments.domain.feed import feed, key_hash, new_key, settings_by_key
from appointments.enums import AppointmentStatus
from appointments.models import CalendarSettings
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.cases import PersonFactory

pytestmark = pytest.mark.django_db
NOW = MONDAY_NINE - datetime.timedelta(days=3)


@pytest.fixture
def kept():
    return CalendarSettings.objects.create(person=PersonFactory(), feed_key_hash=key_hash("secret"))


def events(kept, now=NOW):
    return Calendar.from_ical(feed(kept, now=now)).walk("VEVENT")


def test_settings_are_found_by_the_secret_only(kept):
    assert settings_by_key("secret") == kept
    assert [settings_by_key(key) for key in ("other", "", key_hash("secret"))] == [None, None, None]


def test_settings_of_closed_account_are_not_found(kept):
    kept.person.user.is_active = False
    kept.person.user.save()

    assert settings_by_key("secret") is None


def test_key_cannot_be_guessed():
    assert len({new_key() for _ in range(50)}) == 50
    assert len(new_key()) == 43  # 256 bits in base64


def test_feed_holds_own_appointments_without_saying_what_they_are(kept):
    AppointmentFactory(person=kept.person, service__name="Schulden")
    AppointmentFactory()

    assert [str(event["summary"]) for event in events(kept)] == ["Termin"]


def test_feed_leaves_out_confidential_ones(kept):
    AppointmentFactory(person=kept.person, is_confidential=True)

    assert events(kept) == []


def test_feed_shows_cancelled_one_as_cancelled_for_a_month(kept):
    AppointmentFactory(person=kept.person, status=AppointmentStatus.CANCELLED)

    assert [str(event["status"]) for event in events(kept)] == ["CANCELLED"]
    assert events(kept, now=MONDAY_NINE + datetime.timedelta(days=31)) == []


@pytest.mark.parametrize("status", [AppointmentStatus.HELD, AppointmentStatus.OFFERED])
def test_feed_leaves_out_what_is_not_agreed(kept, status):
    AppointmentFactory(person=kept.person, status=status, held_until=MONDAY_NINE, booked_at=None)

    assert events(kept) == []


def test_feed_asks_as_much_for_many(kept, django_assert_num_queries):
    for day in range(5):
        AppointmentFactory(person=kept.person, starts=MONDAY_NINE + datetime.timedelta(days=day))

    with django_assert_num_queries(2):
        feed(kept, now=NOW)


def test_feed_notes_when_it_was_fetched(kept):
    feed(kept, now=NOW)

    kept.refresh_from_db()
    assert kept.fetched_at == NOW
