"""The claim of the short application."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import copied
from applications.claim.builders.urgency import build_urgency
from applications.claim.model import Claim
from applications.claim.quick_application import QuickApplication


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """Who applies, where they live, for whom, and what cannot wait. `head` holds what all forms have."""
    return Claim(
        **head,
        **build_about_you(answers),
        urgency=build_urgency(answers),
        quick=copied(QuickApplication, answers.quick),
    )
