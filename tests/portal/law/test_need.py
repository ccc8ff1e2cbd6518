from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from portal.law.need import (
    Level,
    adult_level,
    child_level,
    disability_need,
    hot_water_need,
    instant_supplement,
    level_by_birth_date,
    pregnancy_need,
    pregnancy_need_span,
    single_parent_need,
    standard_need,
    standard_need_by_days,
)
from portal.law.parameter import UnknownParameter
from tests.portal.law.oracle import CASES

NOVEMBER = date(2026, 11, 1)
CONTROLS = [
    (row["key"], row["valid_from"], Decimal(row["value"]))
    for row in yaml.safe_load((Path(__file__).parent / "controls.yaml").read_text())["controls"]
    if row["key"].startswith("additional_need.")
]
CHILDREN_BY_SHARE = {"pct12": [10], "pct24": [17, 17], "pct36": [3], "pct48": [9, 10, 11, 12], "pct60": [8] * 6}


def compute(key, month):
    _, kind, _, name = key.split(".")[:4]
    if kind == "single_parent":
        return single_parent_need(CHILDREN_BY_SHARE[name], month)
    functions = {"pregnancy": pregnancy_need, "hot_water": hot_water_need, "disability": disability_need}
    return functions[kind](int(name.removeprefix("rbs")), month)


@pytest.mark.parametrize(("key", "month", "expected"), [row for row in CONTROLS if ".diet." not in row[0]], ids=str)
def test_additional_need_reaches_the_control_value(key, month, expected):
    assert compute(key, month) == expected


@pytest.mark.parametrize(("age", "level"), [(0, 6), (5, 6), (6, 5), (13, 5), (14, 4), (17, 4), (18, 3), (24, 3)])
def test_child_level_changes_with_the_birthday(age, level):
    assert child_level(age, NOVEMBER) == level


@pytest.mark.parametrize(
    ("age", "options", "level"),
    [
        (30, {}, Level.SINGLE),
        (30, {"partner_age": 30}, Level.PARTNER),
        (30, {"partner_age": 17}, Level.SINGLE),
        (17, {"partner_age": 30}, Level.ADOLESCENT),
        (17, {}, Level.SINGLE),
        (23, {"moved_without_assurance": True}, Level.YOUNG_ADULT),
        (25, {"moved_without_assurance": True}, Level.SINGLE),
    ],
)
def test_adult_level_follows_partner_and_move(age, options, level):
    assert adult_level(age, NOVEMBER, **options) == level


def test_need_of_a_birthday_month_is_by_days_of_thirty():
    assert standard_need_by_days(NOVEMBER, level_by_birth_date(date(2020, 11, 3))) == Decimal("387.80")


@pytest.mark.parametrize("month", [date(2026, 1, 1), date(2026, 2, 1)])
def test_need_without_birthday_is_the_monthly_figure_in_long_and_short_months(month):
    assert standard_need_by_days(month, level_by_birth_date(date(2020, 6, 3))) == Decimal("357.00")


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ([], "0.00"),
        ([18], "0.00"),
        ([6], "202.68"),
        ([7], "67.56"),
        ([7, 15], "202.68"),
        ([7, 16], "135.12"),
        ([8, 9, 10, 11], "270.24"),
        ([6, 17], "202.68"),
    ],
)
def test_single_parent_need_takes_the_higher_of_both_rules(ages, expected):
    assert single_parent_need(ages, NOVEMBER) == Decimal(expected)


def test_pregnancy_need_runs_from_week_13_to_the_end_of_the_month_of_birth():
    assert pregnancy_need_span(date(2027, 3, 10)) == (date(2026, 8, 26), date(2027, 3, 31))


@pytest.mark.parametrize(("level", "expected"), [(1, "0"), (2, "0"), (3, "25"), (6, "25")])
def test_instant_supplement_is_for_levels_three_to_six(level, expected):
    assert instant_supplement(level, NOVEMBER) == Decimal(expected)


def test_need_of_a_year_without_figures_is_unknown():
    with pytest.raises(UnknownParameter):
        single_parent_need([3], date(2027, 1, 1))


def test_oracle_holds_38_households_in_two_years():
    assert len(CASES) == 76


@pytest.mark.parametrize("case", CASES, ids=str)
def test_levels_and_needs_agree_with_the_oracle(case):
    for person, expected in case.pairs:
        level = case.level(person)
        single = single_parent_need(case.child_ages, case.month) if person.get("single_parent") else Decimal(0)
        assert (level, standard_need(level, case.month)) == (expected["level"], Decimal(expected["standard_need"]))
        assert single == Decimal(expected["single_parent"])
        if expected["in_unit"]:
            assert instant_supplement(level, case.month) == Decimal(expected["instant_supplement"])
