import datetime
from zoneinfo import ZoneInfo

import pytest

from portal.notices.domain.pace import next_time, quiet_end

BERLIN = ZoneInfo("Europe/Berlin")
TEN, SEVEN, NOON, ONE = (datetime.time(hour) for hour in (22, 7, 12, 13))


def at(text, fold=0):
    """A local time."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=BERLIN, fold=fold)


def next_at(now, last=None, quiet=(None, None)):
    return next_time(now, last_sent=last, quiet_from=quiet[0], quiet_until=quiet[1])


def test_first_notice_goes_out_at_once():
    assert next_at(at("2026-11-26 10:00")) == at("2026-11-26 10:00")


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2026-11-26 09:30", "2026-11-26 10:30"),
        ("2026-11-26 09:00", "2026-11-26 10:00"),
        ("2026-11-26 08:00", "2026-11-26 10:00"),
    ],
)
def test_next_one_waits_for_an_hour(last, expected):
    assert next_at(at("2026-11-26 10:00"), at(last)) == at(expected)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-26 21:59", "2026-11-26 21:59"),
        ("2026-11-26 22:00", "2026-11-27 07:00"),
        ("2026-11-27 00:30", "2026-11-27 07:00"),
        ("2026-11-27 06:59", "2026-11-27 07:00"),
        ("2026-11-27 07:00", "2026-11-27 07:00"),
        ("2026-12-31 23:30", "2027-01-01 07:00"),
    ],
)
def test_rest_over_midnight_ends_in_the_morning(now, expected):
    assert next_at(at(now), quiet=(TEN, SEVEN)) == at(expected)


@pytest.mark.parametrize(("now", "expected"), [("12:30", "13:00"), ("11:59", "11:59"), ("13:00", "13:00")])
def test_rest_within_a_day(now, expected):
    assert next_at(at(f"2026-11-26 {now}"), quiet=(NOON, ONE)) == at(f"2026-11-26 {expected}")


def test_hour_that_ends_in_the_rest_waits_for_its_end():
    assert next_at(at("2026-11-26 21:30"), at("2026-11-26 21:15"), (TEN, SEVEN)) == at("2026-11-27 07:00")


def seconds(earlier, later):
    return later.timestamp() - earlier.timestamp()


def test_night_with_23_hours_ends_at_seven_on_the_wall():
    evening = at("2026-03-28 22:00")
    end = quiet_end(evening, TEN, SEVEN)
    assert (end.isoformat(), seconds(evening, end)) == ("2026-03-29T07:00:00+02:00", 8 * 3600)


def test_night_with_25_hours_ends_at_seven_on_the_wall():
    evening = at("2026-10-24 22:00")
    end = quiet_end(evening, TEN, SEVEN)
    assert (end.isoformat(), seconds(evening, end)) == ("2026-10-25T07:00:00+01:00", 10 * 3600)


def test_end_in_the_hour_that_is_left_out_lies_behind_it():
    end = quiet_end(at("2026-03-29 01:30"), TEN, datetime.time(2, 30))
    assert end.astimezone(datetime.UTC) == datetime.datetime(2026, 3, 29, 1, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize(("fold", "expected"), [(0, 0), (1, 1)])
def test_hour_that_comes_twice_is_quiet_twice(fold, expected):
    now = at("2026-10-25 02:10", fold)
    end = quiet_end(now, TEN, datetime.time(2, 30))
    assert (end.time(), end.fold, seconds(now, end)) == (datetime.time(2, 30), expected, 20 * 60)


def test_end_is_never_in_the_past_and_never_a_day_away():
    start = at("2026-01-01 00:00").astimezone(datetime.UTC)
    for quarters in range(0, 4 * 24 * 365, 7):
        moment = start + datetime.timedelta(minutes=15 * quarters)
        end = quiet_end(moment, TEN, SEVEN)
        assert end is None or 0 < seconds(moment, end) <= 10 * 3600
