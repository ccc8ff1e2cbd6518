"""Sections "Sie" and "Menschen bei Ihnen" -> applicant, household, contact, representative."""

from typing import Any

from applications.claim.answers import Answers, Part
from applications.claim.builders.circumstances import (
    benefits_applied_for,
    benefits_received,
    build_background,
    build_foreign_status,
    build_health_insurance,
    build_needs,
    years_without_pension,
)
from applications.claim.model import Contact, Household, MutualResponsibility, Person, Representative
from applications.enums import MaritalStatus, PersonRole, Relation

APPLICANT = "applicant"
ROLES = {
    Relation.SPOUSE: PersonRole.PARTNER,
    Relation.REGISTERED_PARTNER: PersonRole.PARTNER,
    Relation.UNMARRIED_PARTNER: PersonRole.PARTNER,
    Relation.OWN_CHILD: PersonRole.CHILD,
    Relation.STEP_CHILD: PersonRole.CHILD,
    Relation.GRANDCHILD: PersonRole.RELATIVE,
    Relation.PARENT: PersonRole.PARENT,
    Relation.STEP_PARENT: PersonRole.PARENT,
    Relation.SIBLING: PersonRole.RELATIVE,
    Relation.GRANDPARENT: PersonRole.RELATIVE,
    Relation.IN_LAW: PersonRole.RELATIVE,
}  # a foster child and everybody else: other person
_MARRIED_AS = {
    Relation.SPOUSE: MaritalStatus.MARRIED,
    Relation.REGISTERED_PARTNER: MaritalStatus.REGISTERED_PARTNERSHIP,
}


def build_applicant(answers: Answers) -> Person:
    """The person who applies."""
    you, people = answers.you, answers.people
    own_work = answers.work.item("people", APPLICANT)
    return Person(
        id=APPLICANT,
        role=PersonRole.APPLICANT,
        first_name=you.first_name,
        last_name=you.last_name,
        birth_name=you.birth_name,
        birth_date=you.birth_date,
        birth_place=you.birth_place,
        birth_country=you.birth_country,
        nationality=you.nationality,
        sex=you.sex,
        tax_id=you.tax_id,
        pension_insurance_number=you.pension_insurance_number,
        marital_status=you.marital_status,
        marital_status_since=you.marital_status_since,
        separated_since=you.separated_since,
        parent_outside=people.parent_outside,
        maintenance_unsafe=people.maintenance_unsafe,
        single_parent=people.single_parent,
        foreign=build_foreign_status(you),
        **_situation(answers, APPLICANT, own_work),
    )


def build_household(answers: Answers) -> Household:
    """Everybody else. The partner's marital status follows from the relation."""
    persons = answers.people.persons
    return Household(
        members=tuple(_member(answers, own) for own in persons),
        lives_alone=answers.people.lives_alone,
        mutual_responsibility=tuple(_together(own) for own in persons if _is_in_question(own)),
        represents_all=answers.people.represents_all,
    )


def build_contact(answers: Answers) -> Contact:
    """How the applicant can be reached."""
    return Contact(
        phone=answers.you.phone,
        email=answers.you.email,
        post_box=answers.home.post_box,
        care_of=answers.home.care_of,
    )


def build_representative(answers: Answers) -> Representative | None:
    """Who acts for the applicant; None when nobody does."""
    you = answers.you
    if not you.represented:
        return None
    return Representative(
        kind=you.representative_kind,
        name=you.representative_name,
        address=you.representative_address,
        phone=you.representative_phone,
        valid_until=you.representative_until,
    )


def _member(answers: Answers, own: Part) -> Person:
    return Person(
        id=own.id,
        role=ROLES.get(own.relation, PersonRole.OTHER),
        relation=own.relation,
        first_name=own.first_name,
        last_name=own.last_name,
        birth_date=own.birth_date,
        nationality=own.nationality,
        sex=own.sex,
        marital_status=_MARRIED_AS.get(own.relation),
        parent_ids=own.parents or (),
        residence=own.residence,
        parent_outside=own.parent_outside,
        maintenance_unsafe=own.maintenance_unsafe,
        foreign=build_foreign_status(own),
        **_situation(answers, own.id, answers.work.item("people", own.id))
        | ({"education": own.school} if own.school else {}),
    )


def _situation(answers: Answers, person_id: str, work: Part) -> dict[str, Any]:
    """What is asked about every member alike."""
    return {
        "fit_for_work": work.fit_for_work,
        "education": work.education,
        "education_note": work.education_note,
        "lives_away_for_education": work.lives_away_for_education,
        "has_income": work.has_income,
        "needs": build_needs(answers.needs.item("people", person_id)),
        "health_insurance": build_health_insurance(answers.insurance.item("people", person_id)),
        "background": build_background(answers, person_id),
        "benefits_received": benefits_received(answers, person_id),
        "benefits_applied_for": benefits_applied_for(answers, person_id),
        "years_without_pension": years_without_pension(answers, person_id),
    }


def _is_in_question(own: Part) -> bool:
    """Whether any of the four facts of § 7(3a) was answered."""
    facts = (own.together_over_a_year, own.together_since, own.common_child, own.joint_care, own.power_over_assets)
    return any(fact is not None for fact in (*facts, own.own_statement))


def _together(own: Part) -> MutualResponsibility:
    return MutualResponsibility(
        person_id=own.id,
        together_over_a_year=own.together_over_a_year,
        together_since=own.together_since,
        common_child=own.common_child,
        joint_care=own.joint_care,
        power_over_assets=own.power_over_assets,
        own_statement=own.own_statement,
    )
