"""The claim of a request for assurance before a move."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import copied
from applications.claim.model import Claim
from applications.claim.moving_assurance import MovingAssurance, NewDwelling


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """The new dwelling stands apart: until somebody moves, `housing` is where they live."""
    return copied(
        Claim,
        answers.closing,
        **head,
        **build_about_you(answers),
        moving_assurance=copied(
            MovingAssurance,
            answers.reasons,
            answers.moving_costs,
            dwelling=copied(NewDwelling, answers.new_home),
        ),
    )
