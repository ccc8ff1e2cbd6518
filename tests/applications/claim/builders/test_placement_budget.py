from datetime import date
from decimal import Decimal

from applications.catalogue.placement_budget import FORM
from applications.claim.builders import build_claim
from applications.enums import PlacementCost


def test_every_cost_arrives_typed_with_the_day_it_arises():
    cost = {"id": "k1", "kind": "travel", "what": "Bahn", "amount": "48.00", "due_on": "2026-12-03", "is_paid": False}
    claim = build_claim(FORM, {"placement": {"planned_costs": [cost]}})
    (found,) = claim.placement_budget.planned_costs

    assert (found.kind, found.amount, found.due_on, found.is_paid) == (
        PlacementCost.TRAVEL,
        Decimal(48),
        date(2026, 12, 3),
        False,
    )


def test_it_does_not_count_from_the_first_of_the_month():
    assert build_claim(FORM, {}).counts_from_first is False
