import datetime

from appointments.domain.callback_windows import windows
from portal.law.dates import BERLIN
from portal.law.periods import Place

HOURS = [{"weekday": day, "opens": "08:00", "closes": "12:30"} for day in range(5)]


def keys(now, place=None):
    return [window.key for window in windows(HOURS, now, place or Place())]


def test_windows_are_handy_pieces_of_opening_hours_on_five_working_days():
    found = keys(datetime.datetime(2026, 11, 27, 18, 0, tzinfo=BERLIN))

    assert found[:2] == ["2026-11-30T08:00-10:00", "2026-11-30T10:00-12:00"]
    assert {key[:10] for key in found} == {f"2026-{day}" for day in ("11-30", "12-01", "12-02", "12-03", "12-04")}


def test_windows_of_today_leave_out_what_is_over():
    assert keys(datetime.datetime(2026, 11, 30, 11, 0, tzinfo=BERLIN))[:2] == [
        "2026-11-30T10:00-12:00",
        "2026-11-30T12:00-12:30",
    ]


def test_windows_leave_out_holidays():
    assert keys(datetime.datetime(2026, 12, 24, 18, 0, tzinfo=BERLIN))[0] == "2026-12-28T08:00-10:00"


def test_window_is_said_with_its_day():
    window = windows(HOURS, datetime.datetime(2026, 11, 27, 18, 0, tzinfo=BERLIN), Place())[0]

    assert window.in_words == "Montag, 30.\u00a0November 2026, zwischen 8:00 und 10:00\u00a0Uhr"
    assert window.as_times() == {"day": "2026-11-30", "from": "08:00", "to": "10:00"}
