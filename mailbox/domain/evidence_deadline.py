"""Which day a request names: a working day at the place, so that it is the last one as it stands (§ 26 (3) SGB X)."""

import datetime
from typing import Final

from portal.accounts.models import LocalHoliday
from portal.cases.models import Case
from portal.law.cooperation import end_of_set_period, end_on_named_day, suggested_deadline
from portal.law.parameter import whole
from portal.law.periods import SOMEWHERE, Place

DAYS: Final = "procedure.evidence_request.default_days"
REMINDER_DAYS: Final = "procedure.evidence_request.reminder_days"


def place_of(case: Case) -> Place:
    """Return the place of the jobcenter that has the case. Two queries at most."""
    jobcenter = case.jobcenter
    if jobcenter is None:
        return SOMEWHERE
    local = LocalHoliday.objects.filter(jobcenter=jobcenter).values_list("day", flat=True)
    return Place.of(jobcenter.land, list(local))


def working_day_from(on: datetime.date, place: Place) -> datetime.date:
    """Return the day itself, or the next one that is neither weekend nor a holiday at the place."""
    return end_on_named_day(on, place).day


def default_deadline(today: datetime.date, place: Place) -> datetime.date:
    """Return the day that a request names when nobody chooses another one. Raises UnknownParameter."""
    return suggested_deadline(today, place)


def suggested_day(deadline: datetime.date, today: datetime.date, place: Place) -> datetime.date:
    """Return the day that a wish for more time names: as much again, counted from the later of deadline and today.

    Figure: procedure.evidence_request.default_days. Raises UnknownParameter.
    """
    return end_of_set_period(max(deadline, today), whole(DAYS, today), place).day


def reminder_from(deadline: datetime.date, today: datetime.date) -> datetime.date:
    """Return the first day on which a reminder goes out. Figure: procedure.evidence_request.reminder_days."""
    return deadline - datetime.timedelta(days=whole(REMINDER_DAYS, today))
