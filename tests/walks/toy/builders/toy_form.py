"""The claim of the form that nobody needs."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import copied
from applications.claim.model import Assets, Claim


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """Who writes, the vehicles, or the wish for one."""
    fleet = answers.fleet
    return copied(Claim, fleet, **head, **build_about_you(answers), assets=copied(Assets, fleet))
