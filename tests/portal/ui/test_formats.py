import datetime as dt
from decimal import Decimal

import pytest

from portal.ui import formats

LAST_SECOND = dt.datetime(2026, 10, 31, 22, 47, 5, tzinfo=dt.UTC)  # CET: winter time has begun


def test_moment_is_written_out_in_berlin_time():
    assert formats.format_moment(LAST_SECOND) == "Samstag, 31.\u00a0Oktober 2026, 23:47:05\u00a0Uhr"


def test_moment_counts_the_day_in_berlin_and_not_in_utc():
    late = dt.datetime(2026, 7, 31, 22, 30, tzinfo=dt.UTC)
    assert formats.format_moment(late) == "Samstag, 1.\u00a0August 2026, 0:30:00\u00a0Uhr"


def test_moment_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        formats.format_moment(dt.datetime(2026, 10, 31, 23, 47))  # noqa: DTZ001 -- the case under test


def test_month_is_written_out():
    assert formats.format_month(dt.date(2026, 10, 31)) == "Oktober 2026"


def test_date_and_time_have_short_forms():
    assert formats.format_date(dt.date(2026, 3, 1)) == "1.\u00a0März 2026"
    assert formats.format_time(LAST_SECOND) == "23:47\u00a0Uhr"


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2026-12-07T08:00+00:00", "2026-12-07T08:30+00:00", "Montag, 7.\u00a0Dezember 2026, 9:00 bis 9:30\u00a0Uhr"),
        ("2026-06-30T22:00+00:00", "2026-06-30T22:45+00:00", "Mittwoch, 1.\u00a0Juli 2026, 0:00 bis 0:45\u00a0Uhr"),
    ],
)
def test_appointments_are_said_as_people_say_them_in_berlin(starts, ends, words):
    begins, ends = dt.datetime.fromisoformat(starts), dt.datetime.fromisoformat(ends)

    assert formats.format_period(begins, ends) == words
    assert formats.format_when(begins) == words.split(" bis ")[0] + "\u00a0Uhr"
    assert formats.format_clock(begins.astimezone(formats.BERLIN).time()) == words.split(" bis ")[0].rsplit(" ", 1)[1]


def test_lists_name_the_day_shortly():
    assert formats.format_short_when(LAST_SECOND) == "Sa,\u00a031.\u00a0Oktober 2026, 23:47\u00a0Uhr"


def test_short_date_leaves_out_the_year_that_was_said():
    day = dt.date(2026, 10, 31)
    assert formats.format_short_date(day) == "Sa,\u00a031.\u00a0Oktober 2026"
    assert formats.format_short_date(day, dt.date(2026, 1, 1)) == "Sa,\u00a031.\u00a0Oktober"
    assert formats.format_short_date(day, dt.date(2025, 12, 31)) == "Sa,\u00a031.\u00a0Oktober 2026"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Decimal("420.5"), "420,50"),
        (Decimal(1234567), "1.234.567,00"),
        (Decimal("0.005"), "0,01"),
        (Decimal("-12.3"), "-12,30"),
        (0, "0,00"),
    ],
)
def test_amount_has_german_separators(amount, text):
    assert formats.format_amount(amount) == text


def test_amount_refuses_floats():
    with pytest.raises(TypeError):
        formats.format_amount(0.1)


def test_euro_keeps_amount_and_unit_on_one_line():
    assert formats.format_euro(Decimal("420.50")) == "420,50\u00a0Euro"


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0\u00a0Byte"), (1023, "1023\u00a0Byte"), (250_000, "244\u00a0KB"), (2_500_000, "2,4\u00a0MB")],
)
def test_file_size_chooses_its_unit(size, text):
    assert formats.format_file_size(size) == text
