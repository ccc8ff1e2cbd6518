"""Forms being filled in, and what becomes of them."""

from collections.abc import Callable
from typing import Any

from tests.access.table.objects import application, draft, form_page, item, list_page, own_part
from tests.access.table.roles import SHUT_OUT
from tests.access.table.rows import LOGIN, OPEN, Row, answers, guests, of_claimant
from tests.access.world import World


def of_who_speaks(code: int | str, method: str = "get", arguments: Callable[[World], list[Any]] = application) -> Row:
    """The person, and who represents them by right; helpers learn that there is nothing for them."""
    answered = answers(404, anonymous=LOGIN, claimant=code, representative=code, guardian=code, **guests(code, 404))
    return Row(answers=answered, arguments=arguments, method=method)


TABLE: dict[str, Row | list[Row]] = {
    "applications:overview": [
        Row(answers=answers(200, **dict.fromkeys(SHUT_OUT, 404))),  # strangers choose how to begin
        Row(answers=answers("redirect"), method="post"),
    ],
    "applications:quick": [
        OPEN,
        Row(answers=answers("redirect", **dict.fromkeys(SHUT_OUT, 404), helper_without_scope=404), method="post"),
    ],
    "applications:about_form": Row(
        answers=answers(200, **dict.fromkeys(SHUT_OUT, 404)), arguments=lambda _world: ["main_application"]
    ),
    "applications:blackening": OPEN,
    "applications:status": of_claimant(application),
    "applications:add_to": [of_claimant(application, 405), of_claimant(application, "redirect", "post")],
    "applications:correct": [of_claimant(application, 405), of_claimant(application, "redirect", "post")],
    "applications:withdraw": [of_who_speaks(200), of_who_speaks("redirect", "post")],
    "applications:continue": of_claimant(application, 404, "post"),  # a whole one: nothing goes on with it
    "applications:tasks": of_claimant(draft),
    "applications:review": of_claimant(draft),
    "applications:confirm_change": Row(  # who has no account has nothing to prove it by
        answers=of_claimant(draft, "redirect").answers | guests(LOGIN), arguments=draft
    ),
    "applications:send": [of_claimant(draft, "redirect"), of_claimant(draft, "redirect", "post")],
    "applications:secure": [of_claimant(draft, 405), of_claimant(draft, "redirect", "post")],
    "applications:discard": [of_who_speaks(200, arguments=draft), of_who_speaks("redirect", "post", draft)],
    "applications:evidence": [of_claimant(draft), of_claimant(draft, "redirect", "post")],
    "applications:step": [of_claimant(form_page), of_claimant(form_page, 400, "post")],
    "applications:add": [of_claimant(list_page, 405), of_claimant(list_page, "redirect", "post")],
    "applications:remove": [of_claimant(item), of_claimant(item, "redirect", "post")],
    "applications:own_part": Row(
        answers=answers(404, anonymous=LOGIN, member=200, guest=404, guest_elsewhere=404), arguments=own_part
    ),
}
