"""Asset allowances (§ 12 SGB II). The start of the grant period picks the version (§ 65a(1)). Amounts in EUR."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from portal.law.dates import age_reached_in_month, birthday, month_start
from portal.law.money import ZERO
from portal.law.parameter import figure, find, parameter


def is_by_age(grant_start: date) -> bool:
    """Whether the allowances by age (grant periods from July 2026) hold. Raises UnknownParameter before 2023."""
    return parameter("assets.regime", grant_start).value == "by_age"


def asset_allowance(birth_date: date, month: date, grant_start: date) -> Decimal:
    """Allowance of one person in a month of a grant period (§ 12(2)).

    The next step counts from the first day of the month in which its age is reached (S.2). Somebody born on the first:
    the wording points to the birthday month, which is taken here; not settled (docs/adr/0004).
    """
    if not is_by_age(grant_start):
        return figure("assets.flat_allowance_per_person", grant_start)
    steps = [int(step) for step in parameter("assets.allowance.step_ages", grant_start).decimals]
    age = age_reached_in_month(birth_date, month)
    lower = max((step for step in [0, *steps] if step <= age), default=0)
    upper = next((step for step in steps if step > lower), None)
    span = f"{lower}_plus" if upper is None else f"{lower}_{upper - 1}"
    return figure(f"assets.allowance.age_{span}", grant_start)


def household_allowance(birth_dates: Iterable[date], month: date, grant_start: date) -> Decimal:
    """Sum of the allowances of a Bedarfsgemeinschaft: what one person does not use helps the others (§ 12(2) S.3)."""
    return sum((asset_allowance(born, month, grant_start) for born in birth_dates), ZERO)


def waiting_period_allowance(persons: int, grant_start: date) -> Decimal | None:
    """Allowance of a Bedarfsgemeinschaft in the old waiting period (§ 12(4) old); None where there is none."""
    first = find("assets.waiting_period.first_person", grant_start)
    if first is None or persons < 1:
        return None
    return first.decimal + figure("assets.waiting_period.each_further_person", grant_start) * (persons - 1)


def steps_reached(birth_date: date, months: Iterable[date], grant_start: date) -> tuple[tuple[date, int], ...]:
    """Months (first days) in which a higher allowance begins, with the age reached; empty under the old law."""
    if not is_by_age(grant_start):
        return ()
    steps = [int(step) for step in parameter("assets.allowance.step_ages", grant_start).decimals]
    begins = {month_start(birthday(birth_date, step)): step for step in steps}
    return tuple((month, begins[month]) for month in months if month in begins)
