"""How long what was sent is kept, and how long before the end people are told."""

from datetime import date, timedelta

from portal.law.dates import MONTHS_PER_YEAR, add_months
from portal.law.parameter import whole


def kept_until(ended_on: date, today: date) -> date:
    """Return the last day on which a case is kept that ended on a day, by the rule of today."""
    return add_months(ended_on, MONTHS_PER_YEAR * whole("retention.case_years_after_end", today))


def notice_span(today: date) -> timedelta:
    """Return how long before the end people are told that their copy will go (§ 36a(2b) SGB I)."""
    return timedelta(weeks=whole("retention.copy_notice_weeks", today))


def last_day_of_copy(*, ended_on: date, told_until: date | None, today: date) -> date:
    """Return the last day on which what was sent can be read: never earlier than people were told in time.

    ``told_until`` is the day they were told, None for nobody told yet.
    """
    due = kept_until(ended_on, today)
    if told_until is not None and told_until >= due:
        return told_until
    return max(due, today + notice_span(today))
