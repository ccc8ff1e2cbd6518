"""The claim of an application for first equipment."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import copied
from applications.claim.initial_equipment import InitialEquipment
from applications.claim.model import AdditionalNeeds, Claim
from applications.enums import EquipmentKind


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """The expected date also stands with the applicant, where she is the one who is pregnant."""
    own = answers.equipment
    parts = build_about_you(answers)
    pregnant = EquipmentKind.PREGNANCY in (own.kinds or ()) and not own.mother_name
    if pregnant:
        needs = AdditionalNeeds(pregnant=True, expected_birth=own.expected_birth)
        parts["applicant"] = parts["applicant"].model_copy(update={"needs": needs})
    return copied(Claim, own, **head, **parts, initial_equipment=copied(InitialEquipment, own))
