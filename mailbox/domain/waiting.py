"""How long somebody has been waiting for an answer, in days on which the office works."""

from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.law.periods import SOMEWHERE, Place, free_day
from portal.ui.formats import format_time

LOOKED_BACK: Final = timedelta(days=400)  # older than that nobody counts any more


def working_days_since(since: datetime, now: datetime, place: Place = SOMEWHERE) -> int:
    """Return how many working days have begun after the day of ``since``, today included; at most those of 400 days.

    Working days are Monday to Friday without the holidays of the place. Days as in Germany.
    """
    first, last = timezone.localdate(since), timezone.localdate(now)
    first = max(first, last - LOOKED_BACK)
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(free_day(day, place) is None for day in days)


def waiting_in_words(since: datetime, now: datetime, place: Place = SOMEWHERE) -> str:
    """Return "seit heute, 9:12 Uhr", "seit weniger als 1 Arbeitstag" over a weekend, else "seit 3 Arbeitstagen"."""
    if timezone.localdate(since) == timezone.localdate(now):
        return _("seit heute, %(time)s") % {"time": format_time(since)}
    number = working_days_since(since, now, place)
    if number == 0:
        return _("seit weniger als 1 Arbeitstag")
    return ngettext("seit %(number)d Arbeitstag", "seit %(number)d Arbeitstagen", number) % {"number": number}
