"""Whether it would be the second summons that somebody misses, or one of several in a row. It counts, and decides
nothing: whether there was a good cause is for people to judge, after they have asked.
"""

import datetime
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from appointments.enums import AppointmentStatus, MissedWarning
from portal.law.parameter import whole

IN_A_ROW: Final = "sanction.unreachable.missed_in_a_row"
_SAYS_NOTHING: Final = frozenset(
    {AppointmentStatus.CANCELLED, AppointmentStatus.RELEASED, AppointmentStatus.HELD, AppointmentStatus.OFFERED}
)


class Earlier(Struct, frozen=True):
    """An earlier appointment of the person. ``is_summoned``: a summons with its notice of the consequences."""

    starts: datetime.datetime
    status: str
    is_summoned: bool


def warning_for(starts: datetime.datetime, *, is_summoned: bool, earlier: Iterable[Earlier]) -> MissedWarning:
    """What to warn of before the appointment at ``starts`` is entered as missed.

    §§ 32 and 7b (4) SGB II speak of summonses (with written notice of the consequences) only; a missed invitation or
    an appointment that the person has booked counts for neither. § 32 names no time within which it is a repetition.
    Raises UnknownParameter for days before the figures begin.
    """
    if not is_summoned:
        return MissedWarning.INVITED
    before = sorted(
        (each for each in earlier if each.is_summoned and each.starts < starts), key=lambda each: each.starts
    )
    row = missed_in_a_row(before)
    if row + 1 >= whole(IN_A_ROW, starts.date()):
        return MissedWarning.IN_A_ROW
    if any(each.status == AppointmentStatus.MISSED for each in before):
        return MissedWarning.REPEATED
    return MissedWarning.FIRST


def missed_in_a_row(summoned: Iterable[Earlier]) -> int:
    """How many of the last summonses (earliest first) were missed one after the other.

    What was cancelled called nobody and is passed over. One that was kept or excused ends the row, and so does one
    whose outcome nobody has entered: what is not known counts for nobody's disadvantage.
    """
    row = 0
    for each in summoned:
        if each.status == AppointmentStatus.MISSED:
            row += 1
        elif each.status not in _SAYS_NOTHING:
            row = 0
    return row
