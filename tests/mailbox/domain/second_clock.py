"""The delivery clock once more, written another way and without the package `holidays` and without time zone data.

Easter after the anonymous Gregorian rule; holidays as the laws of the Länder name them; summer time from the last
Sunday of March to the last Sunday of October, both at 01:00 UTC; months counted by walking through the calendar.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache

LANDS = ["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"]
EVERYWHERE = {(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)}
FROM_EASTER = {-2, 1, 39, 50}  # Good Friday, Easter Monday, Ascension Day, Whit Monday
FIXED = {
    (1, 6): "BW BY ST",
    (3, 8): "BE MV",
    (8, 15): "SL",
    (9, 20): "TH",
    (10, 31): "BB HB HH MV NI SH SN ST TH",
    (11, 1): "BW BY NW RP SL",
}
MOVING = {0: "BB", 49: "BB", 60: "BW BY HE NW RP SL"}  # Easter Sunday, Whit Sunday, Corpus Christi
ONCE = {date(2028, 6, 17): "BE"}


@cache
def easter(year):
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def repentance_day(year):
    """The Wednesday before 23 November."""
    day = date(year, 11, 22)
    while day.isoweekday() != 3:
        day -= timedelta(days=1)
    return day


@cache
def is_free(day, land):
    number, since_easter = (day.month, day.day), (day - easter(day.year)).days
    return (
        day.isoweekday() > 5
        or number in EVERYWHERE
        or since_easter in FROM_EASTER
        or land in FIXED.get(number, "").split()
        or land in MOVING.get(since_easter, "").split()
        or land in ONCE.get(day, "").split()
        or (land == "SN" and day == repentance_day(day.year))
    )


@cache
def counted(notified, months):
    """Walk to the month in question, then to the day of that number, or to the last day there is."""
    day = notified.replace(day=1)
    for _month in range(months):
        day = (day + timedelta(days=31)).replace(day=1)
    month = day.month
    while day.day < notified.day and (day + timedelta(days=1)).month == month:
        day += timedelta(days=1)
    return day


@cache
def until(notified, months, land):
    day = counted(notified, months)
    while is_free(day, land):
        day += timedelta(days=1)
    return day


def last_sunday(year, month):
    day = date(year, month, 31)  # March and October
    return day - timedelta(days=day.isoweekday() % 7)


def german_day(moment):
    """The day in Germany of a moment in UTC."""
    begins, ends = (
        datetime(moment.year, month, last_sunday(moment.year, month).day, 1, tzinfo=UTC) for month in (3, 10)
    )
    return (moment + timedelta(hours=2 if begins <= moment < ends else 1)).date()
