"""The claim of an application for additional needs."""

from collections.abc import Mapping
from typing import Any

from applications.claim.additional_need import AdditionalNeed
from applications.claim.answers import Answers, Part
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.circumstances import build_needs
from applications.claim.builders.copying import APPLICANT, copied
from applications.claim.model import Claim, Household, Person
from applications.enums import HouseholdNeed, PersonRole


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """Needs stand with the persons they belong to, hot water with the dwelling, the rest in a part of its own."""
    parts = build_about_you(answers)
    others = answers.household.others
    ticked = answers.living.household_needs
    single, water = (
        None if ticked is None else need in ticked for need in (HouseholdNeed.SINGLE_PARENT, HouseholdNeed.HOT_WATER)
    )
    own = {"needs": build_needs(_situation(answers, APPLICANT)), "single_parent": single}
    dwelling = {"hot_water_decentral": water, "hot_water_need_asked": water}
    return copied(
        Claim,
        answers.closing,
        **head,
        applicant=parts["applicant"].model_copy(update=own),
        contact=parts["contact"],
        housing=parts["housing"].model_copy(update=dwelling),
        household=copied(Household, answers.household, members=tuple(_member(answers, other) for other in others)),
        additional_need=copied(AdditionalNeed, answers.living),
    )


def _member(answers: Answers, own: Part) -> Person:
    """Partner or child; which of them, the form does not ask."""
    return copied(Person, own, id=own.id, role=PersonRole.OTHER, needs=build_needs(_situation(answers, own.id)))


def _situation(answers: Answers, person_id: str) -> Part:
    own: Part = answers.situations.item("people", person_id)
    return own
