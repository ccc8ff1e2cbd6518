"""The claim of somebody who wants a decision looked at again."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import copied
from applications.claim.model import Claim
from applications.claim.review_request import ReviewRequest


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """Who writes, and what it is about."""
    return Claim(**head, **build_about_you(answers), review=copied(ReviewRequest, answers.review))
