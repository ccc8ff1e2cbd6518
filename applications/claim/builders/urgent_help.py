"""The claim of a request for urgent help: marks the case as urgent, whatever was ticked."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import copied
from applications.claim.model import Claim, Landlord, Urgency
from applications.claim.urgent_help import UrgentHelp
from applications.enums import UrgentNeed

# What has no danger of its own in the claim.
_OTHER = frozenset({UrgentNeed.BROKEN, UrgentNeed.WAGES, UrgentNeed.EARLY_PAYMENT})


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """Who asks, what for, and the dangers of the dwelling in the places where the rules look for them."""
    parts = build_about_you(answers)
    dwelling = {
        "eviction_threat": answers.help.eviction_threat,
        "landlord": copied(Landlord, answers.help, prefix="landlord_"),
    }
    return copied(
        Claim,
        answers.call,
        **head,
        **parts | {"housing": parts["housing"].model_copy(update=dwelling)},
        urgency=_urgency(answers.urgent.urgent_needs),
        urgent_help=copied(UrgentHelp, answers.urgent, answers.help, answers.call),
    )


def _urgency(needs: tuple[UrgentNeed, ...] | None) -> Urgency:
    """All None while the question was not seen."""
    if needs is None:
        return Urgency()
    return Urgency(
        no_money_for_food=UrgentNeed.FOOD in needs,
        housing_threat=UrgentNeed.RENT in needs,
        energy_threat=UrgentNeed.ENERGY in needs,
        violence=UrgentNeed.VIOLENCE in needs,
        other_need=not _OTHER.isdisjoint(needs),
    )
