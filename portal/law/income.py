"""What of an income is not counted (§§ 11–11b SGB II, GrusiGV) and what is usual for children. Amounts in EUR/month."""

from datetime import date
from decimal import Decimal
from itertools import count

from portal.law.dates import age_reached_in_month
from portal.law.money import ZERO, rounded
from portal.law.parameter import figure, find, parameter


def earnings_allowance(gross: Decimal, month: date, *, minor_child: bool) -> Decimal:
    """Everything left free of earnings: base allowance plus the bands (§ 11b(2) S.1, (3)).

    `minor_child`: a minor child in the Bedarfsgemeinschaft or an own minor child (S.3). Not covered, because for staff
    to settle: higher proved costs (§ 11b(2) S.2) and pupils and trainees under 25 (§ 11b(2b)).
    """
    allowance = min(gross, figure("income.base_allowance", month))
    for band in count(1):
        name = f"income.earned.band{band}"
        if find(f"{name}.rate", month) is None:
            break
        bottom, top = figure(f"{name}.from", month), figure(f"{name}.to", month)
        higher_top = find(f"{name}.to_with_minor_child", month)
        if minor_child and higher_top is not None:
            top = higher_top.decimal
        allowance += max(ZERO, min(gross, top) - bottom) * figure(f"{name}.rate", month)
    return rounded(allowance)


def counted_earnings(gross: Decimal, net: Decimal, month: date, *, minor_child: bool) -> Decimal:
    """Earnings that lower the benefit: net minus allowance, not below zero (§ 11b)."""
    return max(ZERO, rounded(net) - earnings_allowance(gross, month, minor_child=minor_child))


def insurance_lump_sum(month: date) -> Decimal:
    """Lump sum for private insurance of an adult with income that is not earned (GrusiGV § 6(1) no. 1)."""
    return figure("income.lump.insurance", month)


def minor_job_limit(month: date) -> Decimal:
    """Limit of a minor job (§ 8(1a) SGB IV)."""
    return figure("minor_job.monthly_limit", month)


def child_benefit(month: date) -> Decimal:
    """Kindergeld for one child (§ 66 EStG, § 6 BKGG)."""
    return figure("child_benefit.amount_per_child", month)


def maintenance_advance(birth_date: date, month: date) -> Decimal | None:
    """Unterhaltsvorschuss of a child (§ 2 UVG); the next step counts from the first of the birthday month.

    None for a child that is too old. Raises UnknownParameter for a year without a figure.
    """
    steps = [int(step) for step in parameter("maintenance_advance.age_steps", month).decimals]
    age = age_reached_in_month(birth_date, month)
    lower = 0
    for upper in steps:
        if lower <= age < upper:
            return figure(f"maintenance_advance.age{lower}_{upper - 1}", month)
        lower = upper
    return None
