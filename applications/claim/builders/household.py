"""Sections "Sie" and "Menschen bei Ihnen" -> applicant, household, contact, representative."""

from collections.abc import Iterable, Iterator
from typing import Any

from applications.claim.answers import Answers, Part
from applications.claim.builders.circumstances import (
    benefits_applied_for,
    benefits_received,
    build_background,
    build_needs,
)
from applications.claim.builders.copying import APPLICANT, copied
from applications.claim.builders.maintenance import build_maintenance
from applications.claim.model import (
    Contact,
    ForeignStatus,
    HealthInsurance,
    Household,
    MutualResponsibility,
    Person,
    RelativeSupport,
    Representative,
)
from applications.enums import MaritalStatus, PersonRole, Relation

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
    return copied(
        Person,
        answers.you,
        answers.people,
        *_asked_of(answers, APPLICANT),
        role=PersonRole.APPLICANT,
        foreign=copied(ForeignStatus, answers.you),
        **_situation(answers, APPLICANT),
    )


def build_household(answers: Answers) -> Household:
    """Everybody else. The marital status of husband or wife follows from the relation."""
    persons = answers.people.persons
    return copied(
        Household,
        answers.people,
        members=tuple(_member(answers, own) for own in persons),
        mutual_responsibility=tuple(_together(persons)),
        relatives=tuple(_relatives(persons)),
    )


def build_listed(answers: Answers) -> Household:
    """The same for a form that asks about its members nothing but who they are."""
    persons = answers.people.persons
    return copied(
        Household,
        answers.people,
        members=tuple(copied(Person, own, id=own.id, education=own.school, **_as_listed(own)) for own in persons),
        mutual_responsibility=tuple(_together(persons)),
        relatives=tuple(_relatives(persons)),
    )


def build_contact(answers: Answers) -> Contact:
    """How the applicant can be reached."""
    return copied(Contact, answers.you, answers.home)


def build_representative(answers: Answers) -> Representative | None:
    """Who acts for the applicant; None when nobody does."""
    you = answers.you
    if not you.represented:
        return None
    return copied(Representative, you, prefix="representative_", valid_until=you.representative_until)


def _member(answers: Answers, own: Part) -> Person:
    work, past = _asked_of(answers, own.id)
    return copied(
        Person,
        own,
        work,
        past,
        education=own.school or work.education,
        **_as_listed(own),
        **_situation(answers, own.id),
    )


def _as_listed(own: Part) -> dict[str, Any]:
    """What the list of persons says about one in another shape than the claim."""
    return {
        "role": ROLES.get(own.relation, PersonRole.OTHER),
        **_married(own),
        "parent_ids": own.parents or (),
        "foreign": copied(ForeignStatus, own),
    }


def _married(own: Part) -> dict[str, MaritalStatus]:
    """The status that follows from the relation; of others it is asked."""
    status = _MARRIED_AS.get(own.relation)
    return {"marital_status": status} if status else {}


def _asked_of(answers: Answers, person_id: str) -> tuple[Part, Part]:
    """Work and the last years of one member."""
    return answers.work.item("people", person_id), answers.past.item("people", person_id)


def _situation(answers: Answers, person_id: str) -> dict[str, Any]:
    """What has a shape of its own in the claim of every member alike."""
    return {
        "id": person_id,
        "needs": build_needs(answers.needs.item("people", person_id)),
        "health_insurance": copied(HealthInsurance, answers.insurance.item("people", person_id)),
        "background": build_background(answers, person_id),
        "benefits_received": benefits_received(answers, person_id),
        "benefits_applied_for": benefits_applied_for(answers, person_id),
        **build_maintenance(answers, person_id),
    }


def _together(persons: Iterable[Part]) -> Iterator[MutualResponsibility]:
    """One for every person of whom any of the facts of § 7(3a) was answered."""
    for own in persons:
        facts = copied(MutualResponsibility, own, person_id=own.id)
        if facts != MutualResponsibility(person_id=own.id):
            yield facts


def _relatives(persons: Iterable[Part]) -> Iterator[RelativeSupport]:
    """One for every relative of whom it was answered whether they help."""
    for own in persons:
        support = copied(RelativeSupport, own, person_id=own.id)
        if support != RelativeSupport(person_id=own.id):
            yield support
