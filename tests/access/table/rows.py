"""What each role gets for one address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.access.table.roles import CITIZENS, COLUMNS, GUESTS, LIKE
from tests.access.world import World

LOGIN = "login"


LEAK = "leak"


TELLING = "telling title or address"


Answers = dict[str, int | str]


@dataclass(frozen=True, kw_only=True)
class Row:
    """What each role gets for one address; ``arguments`` fill it in, ``method`` is how it is asked."""

    answers: Answers
    arguments: Callable[[World], list[Any]] = lambda _world: []
    method: str = "get"


def answers(default: int | str, **by_role: int | str) -> Answers:
    """Every role's answer: as named, else that of the role it is like, else the default. Guests are like anonymous."""
    known = {role: by_role.get(role, default) for role in COLUMNS}
    known |= {role: by_role.get(role, known["anonymous"]) for role in GUESTS}
    return known | {role: by_role.get(role, known[like]) for role, like in LIKE.items()}


def citizens(code: int | str) -> Answers:
    return dict.fromkeys(CITIZENS, code)


def guests(code: int | str, elsewhere: int | str | None = None) -> Answers:
    return {"guest": code, "guest_elsewhere": code if elsewhere is None else elsewhere}


def signed_in(code: int) -> Answers:
    return answers(code, anonymous=LOGIN)


OPEN = Row(answers=answers(200))


NOT_THERE = Row(answers=answers(404))


OWN_PAGE = Row(answers=signed_in(200))


OF_OWN_CASE = Row(answers=answers(200, anonymous=LOGIN, **guests(200)))  # a list of what is one's own


SIGNED_OUT_ONLY = Row(answers=answers("redirect", anonymous=200))


IN_A_FLOW = Row(answers=answers("redirect"))


def of_claimant(arguments: Callable[[World], list[Any]], code: int | str = 200, method: str = "get") -> Row:
    """Only the person and who helps with it; everybody else, staff included, learns nothing."""
    return Row(
        answers=answers(404, anonymous=LOGIN, claimant=code, helper=code, **guests(code, 404)),
        arguments=arguments,
        method=method,
    )


def of_case(arguments: Callable[[World], list[Any]], code: int | str = 200, method: str = "get") -> Row:
    """The person, who helps with it, and the staff of the responsible jobcenter."""
    nothing = dict.fromkeys(("guest_elsewhere", "helper_without_scope", "stranger", "foreign_caseworker"), 404)
    allowed = answers(code, anonymous=LOGIN, guest=code, **nothing)
    return Row(answers=allowed, arguments=arguments, method=method)


def of_staff(
    arguments: Callable[[World], list[Any]] = lambda _world: [],
    code: int | str = 200,
    method: str = "get",
    foreign: int | str = 404,
) -> Row:
    """Staff of the responsible jobcenter; ``foreign``: staff of others. Without a membership nobody enters."""
    allowed = answers(code, anonymous=LOGIN, foreign_caseworker=foreign, **citizens(403))
    return Row(answers=allowed, arguments=arguments, method=method)


def only(role: str, arguments: Callable[[World], list[Any]], code: int | str = 200, method: str = "get") -> Row:
    """One of them alone: what somebody has sent or holds, asked outside of spaces."""
    mine = {role: code} if role == "claimant" else {role: code, "helper_outside": code}
    others = dict.fromkeys(("adviser", "representative", "guardian"), 404)
    return Row(answers=answers(404, anonymous=LOGIN, **others, **mine), arguments=arguments, method=method)
