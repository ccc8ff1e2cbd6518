"""Dates as German law counts them: ages (§§ 187(2), 188 BGB), months, and from when an application counts (§ 37(2))."""

from calendar import isleap, monthrange
from datetime import date, datetime
from zoneinfo import ZoneInfo

from portal.law.parameter import find, whole

BERLIN = ZoneInfo("Europe/Berlin")
MONTHS_PER_YEAR = 12
_LEAP_DAY = (2, 29)


def age_on(birth_date: date, on: date) -> int:
    """Completed years at the beginning of a day; negative before birth.

    A year of life ends with the day before the birthday (§§ 187(2), 188(2) BGB), so on the birthday it is completed;
    who was born on 29 February completes it with 28 February, that is, on 1 March in other years.
    """
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


def birthday(birth_date: date, age: int) -> date:
    """First day on which `age` years are completed; 1 March for somebody born on 29 February in other years."""
    year = birth_date.year + age
    if (birth_date.month, birth_date.day) == _LEAP_DAY and not isleap(year):
        return date(year, 3, 1)
    return birth_date.replace(year=year)


def age_reached_in_month(birth_date: date, month: date) -> int:
    """Age on the last day of a month: counts where a step starts on the first of the birthday month (§ 12(2) S.2)."""
    return age_on(birth_date, month_end(month))


def month_start(on: date) -> date:
    """First day of the month."""
    return on.replace(day=1)


def month_end(on: date) -> date:
    """Last day of the month."""
    return on.replace(day=monthrange(on.year, on.month)[1])


def add_months(on: date, months: int) -> date:
    """Same day number some months later or earlier, else the last day of that month (§ 188(3) BGB)."""
    index = on.year * MONTHS_PER_YEAR + on.month - 1 + months
    year, month = divmod(index, MONTHS_PER_YEAR)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def months_from(start: date, count: int) -> tuple[date, ...]:
    """First days of `count` months beginning with the month of `start`."""
    return tuple(add_months(month_start(start), index) for index in range(count))


def day_of(moment: datetime) -> date:
    """The day in Germany on which something arrived."""
    return moment.astimezone(BERLIN).date()


def effective_from(application_date: date) -> date:
    """The day an application counts from: the first of its month (§ 37(2) S.2 SGB II)."""
    return month_start(application_date)


def grant_months(start: date) -> tuple[date, ...]:
    """First days of the months of a regular grant period (§ 41(3) S.1 SGB II)."""
    return months_from(start, whole("grant.period_months", start))


def pension_age_limit(birth_date: date) -> date:
    """Last day of the month in which the age limit of § 7a SGB II is reached.

    Born on 2 June 1960: 66 years and 4 months are completed with 1 October 2026, limit 31 October. Born on 1 June 1960:
    completed with 30 September, limit 30 September (§ 187(2) BGB).
    """
    months = _pension_months(birth_date.year)
    completed = add_months(birth_date, months).toordinal() - 1
    return month_end(date.fromordinal(completed))


def _pension_months(year: int) -> int:
    """Months of life at the age limit for a year of birth; the last year in the table holds for all later ones."""
    today = date.max  # the table of § 7a goes by year of birth, not by date
    row = find(f"pension_age.birth_year.{year}", today)
    if row is None:
        key = "pension_age.from_last_year" if year > _first_year_of_table() else "pension_age.before_table"
        return whole(key, today)
    return int(row.decimal)


def _first_year_of_table() -> int:
    """First year of birth with a raised limit."""
    return whole("pension_age.first_year", date.max)
