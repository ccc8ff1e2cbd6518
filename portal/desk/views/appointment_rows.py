"""One line of a day's work: who comes, how, and what they need."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _
from msgspec import Struct

from appointments.domain.needs import Needs
from appointments.enums import AppointmentStatus, Channel
from appointments.models import Appointment
from portal.cases.enums import Language

FAR_KINDS = frozenset({Channel.PHONE, Channel.VIDEO})


class DayLine(Struct, frozen=True):
    """``phone``: whom to call. ``needs``: in words, one for each. ``along``: who comes with them.

    ``is_now``: it has begun and nobody has entered how it went.
    """

    appointment: Appointment
    name: str
    needs: tuple[str, ...]
    along: tuple[str, ...]
    phone: str
    language: str
    is_now: bool
    is_over: bool


def day_lines(appointments: Iterable[Appointment]) -> list[DayLine]:
    """The lines for appointments as `portal.desk.selectors.appointments.day_of` returns them; no SQL."""
    return [_line(each) for each in appointments]


def phone_of_person(appointment: Appointment) -> str:
    """The number to call: that of the appointment, else the one staff search by."""
    index = getattr(appointment.person, "index", None)
    return appointment.phone or (index.contact_phone if index is not None else "")


def _line(appointment: Appointment) -> DayLine:
    booked = appointment.status == AppointmentStatus.BOOKED
    language = appointment.person.language
    return DayLine(
        appointment=appointment,
        name=appointment.person.name or _("(ohne Namen)"),
        needs=Needs.of(appointment.needs).in_words(),
        along=tuple(
            f"{each.name} ({each.get_kind_display()}, {each.get_coming_display()})"
            for each in appointment.participants.all()
        ),
        phone=phone_of_person(appointment),
        language=str(Language(language).label) if language not in {"", Language.GERMAN} else "",
        is_now=booked and appointment.period.lower <= timezone.now(),
        is_over=not booked,
    )
