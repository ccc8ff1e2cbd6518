"""Appointments in one's own calendar, and by video."""

from typing import Any

from appointments.domain.links import link_for
from appointments.enums import Channel
from appointments.models import Appointment
from tests.access.table.appointments_pages import appointment, for_everybody, of_who_arranges
from tests.access.table.rows import LOGIN, OPEN, Row, answers, guests
from tests.access.world import World, appointment_for


def talk(world: World) -> list[Any]:
    return [_talk(world).pk]


def talk_by_link(world: World) -> list[Any]:
    return [link_for(_talk(world))]


def _talk(world: World) -> Appointment:
    found = Appointment.objects.filter(person=world.application.person, channel=Channel.VIDEO).first()
    return found or appointment_for(world.application.person, days=20, channel=Channel.VIDEO)


def of_the_person_alone(code: int | str, method: str = "get") -> Row:
    """Nobody subscribes to somebody else's calendar, whatever they may do for them. A form without a person is refused.

    Nor by the code of a case that has an account by now.
    """
    own = dict.fromkeys(("claimant", "member", "minor"), code)
    return Row(answers=answers(404, anonymous=LOGIN, **own, **guests(404, code)), method=method)


TABLE: dict[str, Row | list[Row]] = {
    "appointments:calendar": [of_the_person_alone(200), of_the_person_alone(404, "post")],
    "appointments:subscription": for_everybody(404),  # without the secret
    "appointments:device_check": OPEN,
    "appointments:calendar_entry": of_who_arranges(appointment),
    "appointments:video": of_who_arranges(talk),
    "appointments:video_enter": of_who_arranges(talk, "redirect"),
    "appointments:video_by_link": for_everybody(200, talk_by_link),
    "appointments:video_enter_by_link": for_everybody("redirect", talk_by_link),
}
