"""How long somebody has been waiting for an answer, in days on which offices work."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

import holidays
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.ui.formats import format_time

FRIDAY: Final = 4
LOOKED_BACK: Final = timedelta(days=400)  # older than that nobody counts any more


def working_days_since(since: datetime, now: datetime, *, land: str = "", local: Collection[date] = ()) -> int:
    """Return how many working days have begun after the day of ``since``, today included; at most those of 400 days.

    Working days are Monday to Friday without the holidays of the Land (unknown: those of all Länder) and ``local``
    ones. Days as in Germany.
    """
    first, last = timezone.localdate(since), timezone.localdate(now)
    first = max(first, last - LOOKED_BACK)
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(day.weekday() <= FRIDAY and day not in local and not _is_holiday(day, land) for day in days)


def waiting_in_words(since: datetime, now: datetime, *, land: str = "", local: Collection[date] = ()) -> str:
    """Return "seit heute, 9:12 Uhr", "seit gestern" over a weekend, else "seit 3 Arbeitstagen"."""
    if timezone.localdate(since) == timezone.localdate(now):
        return _("seit heute, %(time)s") % {"time": format_time(since)}
    number = working_days_since(since, now, land=land, local=local)
    if number == 0:
        return _("seit weniger als 1 Arbeitstag")
    return ngettext("seit %(number)d Arbeitstag", "seit %(number)d Arbeitstagen", number) % {"number": number}


def _is_holiday(day: date, land: str) -> bool:
    return day in _holidays(day.year, land)


@cache
def _holidays(year: int, land: str) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DE", subdiv=land or None, years=year))
