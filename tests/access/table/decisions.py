"""Decisions of the office: at the desk, and as the person retrieves them."""

from typing import Any

from tests.access.table.objects import case
from tests.access.table.rows import Row, of_claimant, of_staff
from tests.access.world import World


def decision(world: World) -> list[Any]:
    return [world.decision.pk]


def decision_of_case(world: World) -> list[Any]:
    return [world.decision.case_id, world.decision.pk]


TABLE: dict[str, Row | list[Row]] = {
    "mailbox:decision": of_claimant(decision),
    "mailbox:decision_file": of_claimant(decision),
    "desk:decision_lists": of_staff(foreign=200),
    "desk:decisions": of_staff(case),
    "desk:new_decision": [of_staff(case), of_staff(case, 422, "post")],
    "desk:decision": of_staff(decision_of_case),
    "desk:change_decision": of_staff(decision_of_case, "redirect"),  # it is out already
    "desk:decision_step": of_staff(decision_of_case, 404, "post"),  # no step was named
    "desk:decision_page": of_staff(lambda world: [*decision_of_case(world), 1]),
    "desk:decision_original": of_staff(decision_of_case),
}
