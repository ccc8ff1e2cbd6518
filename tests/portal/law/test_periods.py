from datetime import date

import pytest

from portal.accounts.enums import Land
from portal.law.periods import (
    LANDS,
    FreeDay,
    PeriodEnd,
    Place,
    Rest,
    end_of_days,
    end_of_months,
    free_day,
    next_working_day,
)

D = date.fromisoformat


def test_lands_are_those_of_the_offices():
    assert list(LANDS) == Land.values


@pytest.mark.parametrize(
    ("day", "place", "free"),
    [
        ("2026-11-27", Place("BY"), None),
        ("2026-11-28", Place("BY"), FreeDay(D("2026-11-28"), Rest.SATURDAY)),
        ("2026-11-29", Place("BY"), FreeDay(D("2026-11-29"), Rest.SUNDAY)),
        ("2027-01-06", Place("BY"), FreeDay(D("2027-01-06"), Rest.HOLIDAY, "Heilige Drei Könige")),
        ("2027-01-06", Place("HE"), None),
        ("2027-01-06", Place(), None),
        ("2026-12-26", Place(), FreeDay(D("2026-12-26"), Rest.HOLIDAY, "Zweiter Weihnachtstag")),
        ("2028-08-15", Place.of("BY", [D("2028-08-15")]), FreeDay(D("2028-08-15"), Rest.LOCAL_HOLIDAY)),
        ("2028-08-15", Place.of(None, [D("2028-08-15")]), None),
    ],
)
def test_free_day_has_its_reason(day, place, free):
    assert free_day(D(day), place) == free


def test_names_of_holidays_do_not_follow_the_environment(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en_US")

    assert free_day(D("2031-10-03")) == FreeDay(D("2031-10-03"), Rest.HOLIDAY, "Tag der Deutschen Einheit")


def test_period_of_months_tells_what_it_skipped():
    assert end_of_months(D("2027-01-31"), 1, Place("BY")) == PeriodEnd(
        D("2027-03-01"), D("2027-02-28"), (FreeDay(D("2027-02-28"), Rest.SUNDAY),)
    )


def test_period_that_ends_on_a_working_day_is_not_moved():
    end = end_of_days(D("2026-11-10"), 14, Place("BY"))

    assert (end.day, end.counted, end.moved_from) == (D("2026-11-24"), D("2026-11-24"), None)


def test_period_of_days_moves_off_a_weekend():
    end = end_of_days(D("2026-11-14"), 14, Place("BY"))

    assert (end.day, end.moved_from) == (D("2026-11-30"), D("2026-11-28"))


def test_holiday_of_one_land_moves_nothing_elsewhere():
    epiphany = D("2027-01-06")

    assert [next_working_day(epiphany), next_working_day(epiphany, Place("ST"))] == [epiphany, D("2027-01-07")]


@pytest.mark.parametrize("code", ["XX", "by", "Augsburg", "BYP"])
def test_other_codes_are_refused(code):
    with pytest.raises(ValueError, match="There is no Land"):
        Place(code)
