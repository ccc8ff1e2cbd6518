"""The claim of a request in own words."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import copied
from applications.claim.general_request import GeneralRequest
from applications.claim.model import Claim


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """Who writes, and what it is about."""
    return Claim(**head, **build_about_you(answers), request=copied(GeneralRequest, answers.request, answers.you))
