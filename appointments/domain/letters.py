"""What the last letter about a summoned appointment names, and what of it holds no longer.

A letter is never changed and none follows by itself. What it names beside what holds is said to both sides; a summons
counts (§§ 32, 7b (4) SGB II) only as long as it names the very time and place that hold, in person (§ 309 (1) SGB III).
"""

from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.domain.words import office_of, when
from appointments.enums import AppointmentStatus, Channel, LetterDiffers
from appointments.models import Appointment, Summons
from portal.ui.formats import format_date, format_period

_CALLED_OFF: Final = ""


def differences(
    letter: Summons, appointment: Appointment, *, is_cancelled: bool | None = None
) -> tuple[LetterDiffers, ...]:
    """In what ``letter`` says something else than holds; empty: nothing. No SQL.

    ``is_cancelled``: whether the appointment is called off, where it is about to be.
    """
    if is_cancelled is None:
        is_cancelled = appointment.status == AppointmentStatus.CANCELLED
    if is_cancelled or letter.channel == _CALLED_OFF:
        return (LetterDiffers.CANCELLED,) if is_cancelled and letter.channel != _CALLED_OFF else ()
    found = []
    if letter.period.lower != appointment.period.lower:
        found.append(LetterDiffers.TIME)
    if letter.channel != appointment.channel:
        found.append(LetterDiffers.WAY)
    elif letter.is_call and None not in {letter.office_id, appointment.office_id}:
        found += [LetterDiffers.PLACE] if letter.office_id != appointment.office_id else []
    return tuple(found)


def calls_to(appointment: Appointment) -> bool:
    """Whether the last letter is a summons to this appointment as it stands now."""
    letter = appointment.summons
    return letter is not None and letter.is_call and not differences(letter, appointment)


def is_to_set_right(appointment: Appointment) -> bool:
    """Whether the last letter names something else than holds, and there is time for another one."""
    letter = appointment.summons
    found = differences(letter, appointment) if letter is not None else ()
    if letter is None or not found:
        return False
    period = letter.period if LetterDiffers.CANCELLED in found else appointment.period
    return period.lower > timezone.now()


def letter_in_words(appointment: Appointment, letter: Summons | None, *, is_cancelled: bool | None = None) -> str:
    """What the letter still names and what holds, each on its line; "" where both are the same or there is none.

    That it is a summons is not said: it stands on receipts and behind links, too.
    """
    found = differences(letter, appointment, is_cancelled=is_cancelled) if letter is not None else ()
    if letter is None or not found:
        return ""
    facts = {"day": format_date(letter.sent_at), "named": format_period(letter.period.lower, letter.period.upper)}
    if LetterDiffers.CANCELLED in found:
        return _("Unser Schreiben vom %(day)s nennt noch diesen Termin: %(named)s. Er findet nicht statt.") % facts
    if found == (LetterDiffers.PLACE,):
        office = office_of(appointment)
        facts |= {
            "old": letter.office.name if letter.office is not None else "",
            "new": f"{office.name}, {office.street}" if office is not None else "",
        }
        return _("Unser Schreiben vom %(day)s nennt noch einen anderen Ort: %(old)s.\nEs gilt: %(new)s.") % facts
    facts |= {"old_way": str(Channel(letter.channel).label), "way": str(Channel(appointment.channel).label)}
    facts["now"] = when(appointment)
    return _("Unser Schreiben vom %(day)s nennt noch: %(named)s, %(old_way)s.\nEs gilt: %(now)s, %(way)s.") % facts
