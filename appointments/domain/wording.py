"""Times and states of appointments in words, for the person. All times are Berlin time."""

import datetime
from typing import TYPE_CHECKING, Final

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from appointments.enums import AppointmentStatus as Status
from portal.ui.formats import BERLIN, NBSP, format_weekday_date

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

SOON: Final = 14  # days for which it is said how many there are until then

# The state of an appointment as its person reads it: words, kind of badge. Nobody is blamed.
STATES: "Final[dict[str, tuple[StrPromise, str]]]" = {
    Status.HELD: (gettext_lazy("noch nicht bestätigt"), "warning"),
    Status.OFFERED: (gettext_lazy("vorgeschlagen"), "info"),
    Status.BOOKED: (gettext_lazy("vereinbart"), "info"),
    Status.ATTENDED: (gettext_lazy("hat stattgefunden"), "success"),
    Status.EXCUSED: (gettext_lazy("hat nicht stattgefunden, entschuldigt"), "info"),
    Status.MISSED: (gettext_lazy("hat nicht stattgefunden"), "warning"),
    Status.CANCELLED: (gettext_lazy("abgesagt"), "info"),
    Status.RELEASED: (gettext_lazy("wieder frei"), "info"),
}


def clock(moment: datetime.datetime) -> str:
    """Return ``9:00``."""
    local = moment.astimezone(BERLIN)
    return f"{local.hour}:{local:%M}"


def clock_in_words(moment: datetime.datetime) -> str:
    """Return ``9:00 Uhr``."""
    return f"{clock(moment)}{NBSP}Uhr"


def span_in_words(period: DateTimeTZRange) -> str:
    """Return ``9:00 bis 9:30 Uhr``."""
    return _("%(start)s bis %(end)s") % {"start": clock(period.lower), "end": clock_in_words(period.upper)}


def moment_in_words(moment: datetime.datetime) -> str:
    """Return ``Montag, 7. Dezember 2026, 9:00 Uhr``."""
    return f"{format_weekday_date(moment)}, {clock_in_words(moment)}"


def days_until(moment: datetime.datetime, *, today: datetime.date) -> str:
    """Return ``heute``, ``morgen`` or ``in 3 Tagen``; "" for what is over or more than two weeks ahead."""
    days = (moment.astimezone(BERLIN).date() - today).days
    if days in (0, 1):
        return (_("heute"), _("morgen"))[days]
    if not 0 < days <= SOON:
        return ""
    return ngettext("in %(days)s Tag", "in %(days)s Tagen", days) % {"days": days}
