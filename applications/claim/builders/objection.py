"""The claim of an objection."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import copied
from applications.claim.model import Claim, Urgency
from applications.claim.objection import Objection


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """Who objects to what. Without a form that counts somebody has to call: the time runs."""
    objection = copied(Objection, answers.objection)
    return Claim(
        **head,
        **build_about_you(answers),
        objection=objection,
        urgency=Urgency(form_missing=objection.lacks_form),
    )
