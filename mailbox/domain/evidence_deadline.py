"""Which day a request names. It names a fixed day (§ 26 (3) S. 2 SGB X), so a working day is chosen at once."""

import datetime
from dataclasses import dataclass
from typing import Final

from portal.accounts.models import LocalHoliday
from portal.cases.models import Case
from portal.law.objection import next_working_day
from portal.law.parameter import whole

DAYS: Final = "procedure.evidence_request.default_days"
REMINDER_DAYS: Final = "procedure.evidence_request.reminder_days"
_ONE_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """Whose holidays count: the code of the Land, "" where it is unknown, and holidays of the municipality alone."""

    land: str = ""
    local_holidays: frozenset[datetime.date] = frozenset()


def place_of(case: Case) -> Place:
    """Return the place of the jobcenter that has the case. Two queries at most."""
    jobcenter = case.jobcenter
    if jobcenter is None:
        return Place()
    local = LocalHoliday.objects.filter(jobcenter=jobcenter).values_list("day", flat=True)
    return Place(jobcenter.land, frozenset(local))


def working_day_from(on: datetime.date, place: Place) -> datetime.date:
    """Return the day itself, or the next one that is neither weekend nor a holiday at the place."""
    day = next_working_day(on)
    while day in place.local_holidays or _is_holiday_in(day, place.land):
        day = next_working_day(day + _ONE_DAY)
    return day


def default_deadline(today: datetime.date, place: Place) -> datetime.date:
    """Return the day that a request names when nobody chooses another one.

    Figure: procedure.evidence_request.default_days. Raises UnknownParameter.
    """
    return working_day_from(today + datetime.timedelta(days=whole(DAYS, today)), place)


def suggested_day(deadline: datetime.date, today: datetime.date, place: Place) -> datetime.date:
    """Return the day that a wish for more time names: as much again, counted from the later of deadline and today."""
    return working_day_from(max(deadline, today) + datetime.timedelta(days=whole(DAYS, today)), place)


def reminder_from(deadline: datetime.date, today: datetime.date) -> datetime.date:
    """Return the first day on which a reminder goes out. Figure: procedure.evidence_request.reminder_days."""
    return deadline - datetime.timedelta(days=whole(REMINDER_DAYS, today))


def _is_holiday_in(day: datetime.date, land: str) -> bool:
    if not land:
        return False
    import holidays  # noqa: PLC0415 -- 30 ms, for one rule

    return day in holidays.country_holidays("DE", subdiv=land, years=day.year)
