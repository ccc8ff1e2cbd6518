"""Appointments: free times for everybody, one's own with an account or a code, one of them by its link."""

from typing import Any

from appointments.domain.links import link_for, participant_link
from tests.access.table.roles import SHUT_OUT
from tests.access.table.rows import LOGIN, Row, answers, guests
from tests.access.world import World

NOT_ALLOWED_ANY_MORE = dict.fromkeys(SHUT_OUT, 404)
IN_A_CONFLICT = 409  # no time was chosen: free ones are shown


def appointment(world: World) -> list[Any]:
    return [world.appointment.pk]


def held(world: World) -> list[Any]:
    return [world.held.pk]


def service(world: World) -> list[Any]:
    return [world.appointment.service_id]


def link(world: World) -> list[Any]:
    return [link_for(world.appointment)]


def participant(world: World) -> list[Any]:
    return [participant_link(world.participant)]


def for_everybody(code: int | str, arguments: Any = lambda _world: [], method: str = "get") -> Row:
    """What one sees and begins without being known; below a space only who may act there."""
    return Row(answers=answers(code) | NOT_ALLOWED_ANY_MORE, arguments=arguments, method=method)


def of_who_arranges(arguments: Any, code: int | str = 200, method: str = "get") -> Row:
    """The person, and who may use the appointments of the case; `helper_without_scope` may that, and nothing else."""
    may = {"claimant": code, "helper": code, "helper_without_scope": code}
    return Row(answers=answers(404, anonymous=LOGIN, **may, **guests(code, 404)), arguments=arguments, method=method)


def by_link(code: int | str = 200, method: str = "get") -> Row:
    """The link says it all; who is signed in does not matter."""
    return for_everybody(code, link, method)


TABLE: dict[str, Row | list[Row]] = {
    "appointments:choose": [for_everybody(200), for_everybody("redirect", method="post")],
    "appointments:pick": [
        for_everybody(200, service),
        for_everybody(IN_A_CONFLICT, service, "post"),
    ],
    "appointments:confirm": [of_who_arranges(held), of_who_arranges(held, "redirect", "post")],
    "appointments:appointment": of_who_arranges(appointment),
    "appointments:move": [of_who_arranges(appointment), of_who_arranges(appointment, IN_A_CONFLICT, "post")],
    "appointments:cancel": [of_who_arranges(appointment), of_who_arranges(appointment, "redirect", "post")],
    "appointments:channel": [of_who_arranges(appointment), of_who_arranges(appointment, "redirect", "post")],
    "appointments:needs": [of_who_arranges(appointment), of_who_arranges(appointment, "redirect", "post")],
    "appointments:companions": [of_who_arranges(appointment), of_who_arranges(appointment, 422, "post")],
    "appointments:reason": [  # asked after one that was missed only
        of_who_arranges(appointment, "redirect"),
        of_who_arranges(appointment, "redirect", "post"),
    ],
    "appointments:waiting": of_who_arranges(appointment, "redirect", "post"),
    "appointments:link": by_link(),
    "appointments:link_move": [by_link(), by_link(IN_A_CONFLICT, "post")],
    "appointments:link_cancel": [by_link(), by_link("redirect", "post")],
    "appointments:link_channel": [by_link(), by_link("redirect", "post")],
    "appointments:link_receipt": by_link(404),  # nothing was done with it yet
    "appointments:participant": [
        for_everybody(200, participant),
        for_everybody("redirect", participant, "post"),
    ],
}
