"""The claim of "Angaben oder Unterlagen nachreichen"."""

from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import copied
from applications.claim.model import Claim
from applications.claim.supplement import Supplement


def build(answers: Answers, head: dict[str, Any]) -> Claim:
    """What is sent later, and who sends it."""
    return Claim(**head, **build_about_you(answers), supplement=copied(Supplement, answers.supplement))
