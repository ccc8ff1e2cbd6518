from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from portal.law.income import (
    child_benefit,
    counted_earnings,
    earnings_allowance,
    insurance_lump_sum,
    maintenance_advance,
    minor_job_limit,
)
from portal.law.parameter import UnknownParameter
from tests.portal.law.oracle import CASES

NOVEMBER = date(2026, 11, 1)
CONTROLS = [
    (row["key"].rsplit("gross_", 1)[1], Decimal(row["value"]))
    for row in yaml.safe_load((Path(__file__).parent / "controls.yaml").read_text())["controls"]
    if row["key"].startswith("income.earned.control")
]


@pytest.mark.parametrize(("gross", "expected"), CONTROLS)
def test_allowance_reaches_the_control_value(gross, expected):
    amount, _, child = gross.partition("_")
    assert earnings_allowance(Decimal(amount), NOVEMBER, minor_child=bool(child)) == expected


@pytest.mark.parametrize(
    ("gross", "month", "child", "expected"),
    [
        ("0", NOVEMBER, False, "0.00"),
        ("99.99", NOVEMBER, False, "99.99"),
        ("9999", NOVEMBER, False, "348.00"),
        ("9999", NOVEMBER, True, "378.00"),
        ("1200", date(2023, 6, 1), False, "300.00"),
        ("1200", date(2023, 7, 1), False, "348.00"),
        ("1500", date(2023, 6, 1), True, "330.00"),
    ],
)
def test_allowance_has_bands_of_its_time(gross, month, child, expected):
    assert earnings_allowance(Decimal(gross), month, minor_child=child) == Decimal(expected)


def test_counted_earnings_of_persona_p03():
    assert counted_earnings(Decimal(1650), Decimal(1310), NOVEMBER, minor_child=True) == Decimal("932.00")


def test_counted_earnings_are_never_below_zero():
    assert counted_earnings(Decimal(90), Decimal(80), NOVEMBER, minor_child=False) == 0


@pytest.mark.parametrize(
    ("born", "month", "expected"),
    [
        ("2022-02-09", "2026-11-01", 227),
        ("2018-06-30", "2026-11-01", 299),
        ("2020-11-30", "2026-11-01", 299),
        ("2020-12-01", "2026-11-01", 227),
        ("2014-11-30", "2026-11-01", 394),
        ("2008-11-30", "2026-11-01", None),
    ],
)
def test_maintenance_advance_steps_on_the_first_of_the_birthday_month(born, month, expected):
    assert maintenance_advance(date.fromisoformat(born), date.fromisoformat(month)) == expected


def test_maintenance_advance_of_a_year_without_figures_is_unknown():
    with pytest.raises(UnknownParameter):
        maintenance_advance(date(2022, 2, 9), date(2027, 1, 1))


def test_figures_of_november_2026():
    found = (child_benefit(NOVEMBER), minor_job_limit(NOVEMBER), insurance_lump_sum(NOVEMBER))
    assert found == (Decimal("259.00"), Decimal("603.00"), Decimal("30.00"))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_earnings_allowance_agrees_with_the_oracle(case):
    minor_child = any(age < 18 for age in case.child_ages)
    earning = [pair for pair in case.pairs if "gross" in pair[0] and not pair[0].get("in_training")]
    found = [earnings_allowance(Decimal(who["gross"]), case.month, minor_child=minor_child) for who, _ in earning]
    assert found == [Decimal(expected["earnings_allowance"]) for _, expected in earning]
