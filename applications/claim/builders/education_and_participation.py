"""The claim of an application for education and participation."""

from collections.abc import Iterator, Mapping
from typing import Any

from applications.claim.answers import Answers, Part
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.copying import APPLICANT, copied
from applications.claim.education_and_participation import EducationNeeds
from applications.claim.model import Claim, Household, Person
from applications.enums import PersonRole


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """Children are persons of the household; what is asked for stands beside them, by their ids."""
    own = answers.children
    children = _children(own)
    parts = build_about_you(answers)
    school = {"education": own.school, "education_note": own.school_name} if own.for_me else {}
    return copied(
        Claim,
        answers.closing,
        **head,
        **parts | {"applicant": parts["applicant"].model_copy(update=school)},
        household=Household(members=tuple(_child(child) for child in children)),
        education_needs=tuple(_needs(answers)),
    )


def _children(own: Part) -> tuple[Part, ...]:
    """None where somebody said that nothing is needed for a child."""
    return () if own.for_children is False else own.children


def _child(own: Part) -> Person:
    return copied(Person, own, id=own.id, role=PersonRole.CHILD, education=own.school, education_note=own.school_name)


def _needs(answers: Answers) -> Iterator[EducationNeeds]:
    """One for everybody something is asked for, in the order of the form."""
    own = answers.children
    wanting = ((APPLICANT,) if own.for_me else ()) + tuple(child.id for child in _children(own))
    for person_id in wanting:
        yield copied(EducationNeeds, answers.education.item("pupils", person_id), person_id=person_id)
