"""A time in a week of the desk: an appointment, or free."""

import datetime
from typing import Final, Self, cast
from uuid import UUID

from django.utils.translation import gettext as _
from msgspec import Struct

from appointments.enums import OCCUPYING, OVER, AppointmentStatus, Channel
from appointments.models import Appointment
from portal.law.dates import BERLIN

_WORDS: Final = {
    AppointmentStatus.HELD: "held",
    AppointmentStatus.OFFERED: "offered",
    AppointmentStatus.BOOKED: "booked",
}


class Entry(Struct, frozen=True, kw_only=True):
    """A time in the week, local: an appointment, or free. ``kind``: free, held, offered, booked, over."""

    starts: datetime.datetime
    ends: datetime.datetime
    kind: str
    state: str
    free_again: datetime.datetime
    takes_time: bool = False
    pk: UUID | None = None
    name: str = ""
    service: str = ""
    channel: str = ""

    @classmethod
    def of(cls, appointment: Appointment) -> Self:
        """An appointment with its person and service."""
        status = AppointmentStatus(appointment.status)
        return cls(
            starts=appointment.period.lower.astimezone(BERLIN),
            ends=appointment.period.upper.astimezone(BERLIN),
            kind="over" if status in OVER else _WORDS.get(status, "booked"),
            state=str(status.label),
            free_again=cast("datetime.datetime", appointment.occupied.upper),
            takes_time=status in OCCUPYING,
            pk=appointment.pk,
            name=appointment.person.name or _("(ohne Namen)"),
            service=appointment.service.name,
            channel=str(Channel(appointment.channel).label),
        )

    @classmethod
    def free(cls, starts: datetime.datetime, ends: datetime.datetime) -> Self:
        """A time in which nothing is agreed."""
        return cls(starts=starts, ends=ends, kind="free", state=_("frei"), free_again=ends)
