from datetime import date
from decimal import Decimal

import pytest

from portal.law.assets import (
    asset_allowance,
    household_allowance,
    is_by_age,
    steps_reached,
    waiting_period_allowance,
)
from portal.law.dates import grant_months
from portal.law.parameter import UnknownParameter
from tests.portal.law.oracle import CASES

NOVEMBER = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2024-05-20", "5000"),
        ("1996-12-01", "5000"),
        ("1996-11-30", "10000"),
        ("1986-11-30", "12500"),
        ("1976-12-01", "12500"),
        ("1976-11-30", "20000"),
        ("1940-01-01", "20000"),
    ],
)
def test_allowance_steps_on_the_first_of_the_birthday_month(born, expected):
    assert asset_allowance(date.fromisoformat(born), NOVEMBER, NOVEMBER) == Decimal(expected)


def test_grant_period_begun_under_the_old_law_keeps_it():
    assert asset_allowance(date(2000, 1, 1), NOVEMBER, date(2026, 6, 1)) == Decimal(15000)
    assert (is_by_age(date(2026, 6, 30)), is_by_age(date(2026, 7, 1))) == (False, True)


def test_household_adds_the_allowances_up():
    assert household_allowance([date(1997, 1, 25), date(1985, 5, 12)], NOVEMBER, NOVEMBER) == Decimal(17500)


def test_waiting_period_existed_until_june_2026_only():
    assert waiting_period_allowance(3, date(2026, 6, 1)) == Decimal(70000)
    assert waiting_period_allowance(3, date(2026, 7, 1)) is None


def test_step_is_found_in_its_month_only():
    months = grant_months(NOVEMBER)
    assert steps_reached(date(1997, 1, 25), months, NOVEMBER) == ((date(2027, 1, 1), 30),)
    assert steps_reached(date(1996, 1, 25), months, NOVEMBER) == ()
    assert steps_reached(date(1997, 1, 25), months, date(2026, 6, 1)) == ()


def test_regime_before_2023_is_unknown():
    with pytest.raises(UnknownParameter):
        is_by_age(date(2022, 12, 1))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_asset_allowance_agrees_with_the_oracle(case):
    members = [person for person, expected in case.pairs if expected["in_unit"]]
    if case.waiting_period_over:
        born = [case.month.replace(year=case.month.year - person["age"]) for person in members]
        found = household_allowance(born, case.month, case.month)
    else:
        found = waiting_period_allowance(len(members), case.month)
    assert found == case.asset_allowance
