"""The time of receipt as a proof needs it: to the second, with the time zone spelled out."""

import datetime
from typing import Final

from portal.ui.formats import BERLIN, NBSP, format_moment

SUMMER: Final = "MESZ"
WINTER: Final = "MEZ"


def zone_name(moment: datetime.datetime) -> str:
    """MESZ while summer time holds in Berlin, else MEZ; tells the doubled hour in October apart."""
    return SUMMER if moment.astimezone(BERLIN).dst() else WINTER


def proof_moment(moment: datetime.datetime) -> str:
    """``Samstag, 31. Oktober 2026, 23:47:05 Uhr (MEZ)``. Raises ValueError for a time without zone."""
    return f"{format_moment(moment)}{NBSP}({zone_name(moment)})"


def has_time(moment: datetime.datetime) -> bool:
    """Whether a time of day was noted: midnight in Berlin stands for the day alone."""
    return moment.astimezone(BERLIN).time() != datetime.time()
