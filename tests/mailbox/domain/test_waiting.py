import datetime
from zoneinfo import ZoneInfo

import pytest

from mailbox.domain.waiting import waiting_in_words, working_days_since
from portal.law.periods import Place

BERLIN = ZoneInfo("Europe/Berlin")


def at(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("since", "now", "land", "days"),
    [
        ("2026-11-26T09:00", "2026-11-26T23:59", "BE", 0),
        ("2026-11-26T23:59", "2026-11-27T00:01", "BE", 1),
        ("2026-11-27T16:00", "2026-11-29T12:00", "BE", 0),  # Friday to Sunday
        ("2026-11-27T16:00", "2026-11-30T08:00", "BE", 1),
        ("2026-10-30T09:00", "2026-11-02T09:00", "BE", 1),
        ("2026-03-06T09:00", "2026-03-09T09:00", "BE", 1),
        ("2026-06-03T09:00", "2026-06-05T09:00", "NW", 1),  # Corpus Christi on 4 June
        ("2026-06-03T09:00", "2026-06-05T09:00", "BE", 2),
        ("2026-06-03T09:00", "2026-06-05T09:00", "", 2),  # where the Land is unknown only what all have
    ],
)
def test_working_days_leave_out_weekends_and_holidays(since, now, land, days):
    assert working_days_since(at(since), at(now), Place(land)) == days


def test_local_holiday_is_no_working_day():
    place = Place("BY", frozenset({datetime.date(2026, 8, 7)}))

    assert working_days_since(at("2026-08-06T09:00"), at("2026-08-07T09:00"), place) == 0


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("2026-11-26T09:12", "seit heute, 9:12\xa0Uhr"),
        ("2026-11-25T09:12", "seit 1 Arbeitstag"),
        ("2026-11-23T09:12", "seit 3 Arbeitstagen"),
    ],
)
def test_waiting_is_said_in_working_days(since, words):
    assert waiting_in_words(at(since), at("2026-11-26T10:00"), Place("BE")) == words


def test_over_a_weekend_nobody_has_waited_a_working_day():
    assert waiting_in_words(at("2026-11-27T20:00"), at("2026-11-29T10:00")) == "seit weniger als 1 Arbeitstag"
