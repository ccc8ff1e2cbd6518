"""How far away an appointment is, and its state, in words for the person. All times are Berlin time."""

import datetime
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from appointments.enums import AppointmentStatus as Status
from portal.ui.formats import BERLIN

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


def days_until(moment: datetime.datetime, *, today: datetime.date) -> str:
    """Return ``heute``, ``morgen`` or ``in 3 Tagen``; "" for what is over or more than two weeks ahead."""
    days = (moment.astimezone(BERLIN).date() - today).days
    if days in (0, 1):
        return (_("heute"), _("morgen"))[days]
    if not 0 < days <= SOON:
        return ""
    return ngettext("in %(days)s Tag", "in %(days)s Tagen", days) % {"days": days}
