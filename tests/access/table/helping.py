"""Who helps whom, and organisations."""

from collections.abc import Callable
from typing import Any

from tests.access.table.objects import begun, client, helping, member, offer, organisation, paper
from tests.access.table.rows import LOGIN, OWN_PAGE, Row, answers, only
from tests.access.world import World


def of_organisation(arguments: Callable[[World], list[Any]], code: int | str = 200, method: str = "get") -> Row:
    """Who works there today, and nobody else: not even the client."""
    return Row(answers=answers(404, anonymous=LOGIN, adviser=code), arguments=arguments, method=method)


TABLE: dict[str, Row | list[Row]] = {
    "helping:helpers": OWN_PAGE,
    "helping:invite": OWN_PAGE,
    "helping:helper": only("claimant", helping),
    "helping:extend": only("claimant", helping, 404, "post"),  # it has no end
    "helping:end": [only("claimant", helping), only("claimant", helping, "redirect", "post")],
    "helping:helping": OWN_PAGE,
    "helping:offer": OWN_PAGE,
    "helping:begin": OWN_PAGE,
    "helping:hand_over": [only("helper", begun), only("helper", begun, "redirect", "post")],
    "helping:leave": [only("helper", helping), only("helper", helping, "redirect", "post")],
    "helping:code": OWN_PAGE,
    "helping:answer": Row(answers=answers(404)),  # nothing was opened
    "helping:invitation": only("claimant", offer),
    "helping:withdraw": only("claimant", offer, "redirect", "post"),
    "helping:open": Row(answers=answers("redirect"), arguments=lambda _world: ["unknown"]),
    "helping:register": OWN_PAGE,
    "helping:clients": [of_organisation(organisation), of_organisation(organisation, method="post")],
    "helping:ask_client": [of_organisation(organisation), of_organisation(organisation, method="post")],
    "helping:new_mandate": [of_organisation(organisation), of_organisation(organisation, method="post")],
    "helping:find_mandate": of_organisation(organisation, "redirect", "post"),
    "helping:end_client": [of_organisation(client), of_organisation(client, "redirect", "post")],
    "helping:renew_mandate": [of_organisation(client), of_organisation(client, method="post")],
    "helping:members": [of_organisation(organisation), of_organisation(organisation, 404, "post")],
    "helping:member": of_organisation(member, 404, "post"),  # this one does not look after the members
    "helping:mandate": [of_organisation(paper), of_organisation(paper, 422, "post")],
    "helping:mandate_pdf": of_organisation(paper),
}
