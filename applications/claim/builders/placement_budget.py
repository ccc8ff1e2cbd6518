"""The claim of an application for costs of applying or beginning to work."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import copied
from applications.claim.model import Claim
from applications.claim.placement_budget import PlacementBudget


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """Everything in the words of the form."""
    own = answers.placement
    return copied(Claim, own, **head, **build_about_you(answers), placement_budget=copied(PlacementBudget, own))
