"""Asking for a talk or a call, answering offered times; the desk's side of both."""

from typing import Any

from tests.access.table.objects import case
from tests.access.table.rows import LOGIN, Row, answers, guests, of_staff
from tests.access.world import World


def wish(world: World) -> list[Any]:
    return [world.wish.pk]


def times(world: World) -> list[Any]:
    return [world.times.pk]


def asking(code: int | str) -> Row:
    """What is handed in for a case of one's own, or that one may use the appointments of; 404 for who has none.

    ``helper_without_scope`` may use the appointments, and nothing else.
    """
    own = {"claimant": code, "helper": code, "helper_without_scope": code, "member": code, "minor": code}
    return Row(answers=answers(404, anonymous=LOGIN, **own, **guests(code)), method="post")


def of_who_arranges(arguments: Any, code: int | str = 200, method: str = "get") -> Row:
    """The person, and who may use the appointments of the case."""
    may = {"claimant": code, "helper": code, "helper_without_scope": code}
    return Row(answers=answers(404, anonymous=LOGIN, **may, **guests(code, 404)), arguments=arguments, method=method)


# Without a case the page says how to reach somebody.
TO_ASK = Row(answers=answers(200, anonymous=LOGIN, **guests(200)))

TABLE: dict[str, Row | list[Row]] = {
    "appointments:wish": [TO_ASK, asking("redirect")],
    "appointments:callback": [TO_ASK, asking(422)],  # no number was given
    "appointments:wished": [of_who_arranges(wish), of_who_arranges(wish, "redirect", "post")],
    # Whoever helps says it for nobody, but for the guardian; who has no case is told how to reach somebody.
    "appointments:preference": [
        TO_ASK,
        Row(
            answers=answers(404, anonymous=LOGIN, **guests(404, "redirect"))
            | {"claimant": "redirect", "guardian": "redirect", "member": "redirect", "minor": "redirect"},
            method="post",
        ),
    ],
    "appointments:offer": [of_who_arranges(times), of_who_arranges(times, "redirect", "post")],
    "desk:wishes": of_staff(foreign=200),
    "desk:wish": [of_staff(wish), of_staff(wish, 200, "post")],
    "desk:offer": [of_staff(times), of_staff(times, "redirect", "post")],
    "desk:invite": [of_staff(case), of_staff(case, 422, "post")],  # no time was chosen
    "desk:note_preference": of_staff(case, "redirect", "post"),
}
