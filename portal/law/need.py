"""Standard needs (§§ 20, 23 SGB II), additional needs (§ 21), instant supplement (§ 72). Amounts in EUR/month."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from enum import IntEnum

from portal.law.dates import age_on, month_end, month_start
from portal.law.money import ZERO, rounded
from portal.law.parameter import figure, parameter, whole

# § 41(1) S.2 SGB II: every month has thirty days. A rule of arithmetic, not a figure that changes by date.
DAYS_PER_MONTH = 30


class Level(IntEnum):
    """Level of the standard need (Regelbedarfsstufe, annex to § 28 SGB XII)."""

    SINGLE = 1
    PARTNER = 2
    YOUNG_ADULT = 3
    ADOLESCENT = 4
    CHILD = 5
    SMALL_CHILD = 6


def child_level(age: int, on: date) -> Level:
    """Level of a member of the Bedarfsgemeinschaft who is neither applicant nor partner (§ 20(2) S.2, § 23 no. 1)."""
    if age >= whole("standard_need.age.adult", on):
        return Level.YOUNG_ADULT
    if age >= whole("standard_need.age.adolescent", on):
        return Level.ADOLESCENT
    if age >= whole("standard_need.age.school_child", on):
        return Level.CHILD
    return Level.SMALL_CHILD


def adult_level(age: int, on: date, *, partner_age: int | None = None, moved_without_assurance: bool = False) -> Level:
    """Level of the applicant or partner (§ 20(2)–(4)).

    `partner_age` None means no partner. `moved_without_assurance` is for staff to decide (§ 22(5), § 20(3)); it only
    has effect below the age of § 20(3).
    """
    adult = whole("standard_need.age.adult", on)
    if partner_age is not None:
        if age < adult:
            return Level.ADOLESCENT
        return Level.PARTNER if partner_age >= adult else Level.SINGLE
    if moved_without_assurance and age < whole("standard_need.age.independent", on):
        return Level.YOUNG_ADULT
    return Level.SINGLE


def standard_need(level: int, month: date) -> Decimal:
    """Standard need of a level. Raises UnknownParameter, for example for 2027."""
    return figure(f"standard_need.rbs{int(level)}", month_start(month))


def standard_need_by_days(month: date, level_on: Callable[[date], int]) -> Decimal:
    """Standard need of a month in which the level may change, by days of a thirty-day month (§ 41(1) SGB II).

    `level_on` gives the level of a day. Six on 3 November 2026: 2/30 of level 6 and 28/30 of level 5 are 387.80.
    """
    first, last = month_start(month), month_end(month)
    days = [first + timedelta(days=offset) for offset in range(last.day)]
    levels = [level_on(day) for day in days]
    levels = (levels + [levels[-1]] * DAYS_PER_MONTH)[:DAYS_PER_MONTH]
    total = sum((standard_need(level, month) for level in levels), ZERO)
    return rounded(total / DAYS_PER_MONTH)


def single_parent_need(child_ages: Iterable[int], month: date) -> Decimal:
    """Need of somebody who alone cares for minor children (§ 21(3)); 0 without a minor child.

    36 % with a child under seven or two or three children under sixteen, else or if higher 12 % a minor child up to
    60 %, of the need of § 20(2).
    """
    ages = [age for age in child_ages if age < whole("standard_need.age.adult", month)]
    rate = max(_main_rate(ages, month), _rate_by_children(len(ages), month))
    return rounded(rate * standard_need(Level.SINGLE, month))


def _main_rate(ages: list[int], month: date) -> Decimal:
    """Rate of § 21(3) no. 1, or 0 when its conditions are not met."""
    young = any(age < whole("additional_need.single_parent.young_child_below_age", month) for age in ages)
    below = sum(age < whole("additional_need.single_parent.children_below_age", month) for age in ages)
    fewest = whole("additional_need.single_parent.children_min", month)
    most = whole("additional_need.single_parent.children_max", month)
    return figure("additional_need.single_parent.main_rate", month) if young or fewest <= below <= most else ZERO


def _rate_by_children(count: int, month: date) -> Decimal:
    """Rate of § 21(3) no. 2."""
    per_child = figure("additional_need.single_parent.per_child_rate", month)
    return min(per_child * count, figure("additional_need.single_parent.max_rate", month))


def pregnancy_need(level: int, month: date) -> Decimal:
    """Need of an expectant mother for a whole month (§ 21(2))."""
    return rounded(figure("additional_need.pregnancy.rate", month) * standard_need(level, month))


def pregnancy_need_span(expected_birth: date) -> tuple[date, date]:
    """First and last day of the need of § 21(2): after the twelfth week until the end of the month of birth."""
    length = whole("additional_need.pregnancy.length_days", expected_birth)
    weeks = whole("additional_need.pregnancy.starts_after_weeks", expected_birth)
    return expected_birth - timedelta(days=length) + timedelta(weeks=weeks), month_end(expected_birth)


def hot_water_need(level: int, month: date) -> Decimal:
    """Need of one person where hot water is made in the dwelling (§ 21(7)), by the person's level."""
    return rounded(figure(f"additional_need.hot_water.rate.rbs{int(level)}", month) * standard_need(level, month))


def disability_need(level: int, month: date) -> Decimal:
    """Need with benefits for participation actually provided (§ 21(4), § 23 no. 2)."""
    return rounded(figure("additional_need.disability.rate", month) * standard_need(level, month))


def instant_supplement(level: int, month: date) -> Decimal:
    """Instant supplement (§ 72): the amount for children's and young adults' levels, else 0. Not part of the need."""
    if level in parameter("instant_supplement.rbs_levels", month).decimals:
        return figure("instant_supplement.amount", month)
    return ZERO


def level_by_birth_date(birth_date: date) -> Callable[[date], Level]:
    """For `standard_need_by_days`: the level of a child on a day."""
    return lambda day: child_level(age_on(birth_date, day), day)
