"""Whom maintenance can concern, and who must not be asked about it before somebody has called.

What is asked of some people only, counts for them only: an answer from before something changed opens no page.
"""

from applications.catalogue.main_application.members import has_own_status
from applications.catalogue.main_application.subjects import (
    CHILDREN,
    is_adult,
    is_under_25,
    is_young_child,
    parts_of,
    unit,
)
from applications.catalogue.structure import APPLICANT, Subject
from applications.claim.answers import Answers, Part
from applications.enums import MaritalStatus, Relation, Situation

APART = frozenset({MaritalStatus.SEPARATED, MaritalStatus.DIVORCED, MaritalStatus.PARTNERSHIP_DISSOLVED})
# Whoever is married has a husband or wife to look to, living apart included: that is UH1.
_TIED = frozenset({MaritalStatus.MARRIED, MaritalStatus.REGISTERED_PARTNERSHIP, MaritalStatus.SEPARATED})
_MARRIED_BY_RELATION = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER})


def may_get_maintenance(answers: Answers) -> bool:
    """Whether somebody outside may owe the applicant maintenance: a former partner, or parents of somebody under 25."""
    return answers.you.marital_status in APART or _has_own_parent_outside(answers)


def _has_own_parent_outside(answers: Answers) -> bool:
    return is_under_25(answers) and answers.people.parent_outside is True


def concerned(answers: Answers) -> tuple[Subject, ...]:
    """Members of the unit whom any of it concerns, or who said that asking would be dangerous."""
    return answers.once(_concerned)


def _concerned(answers: Answers) -> tuple[Subject, ...]:
    may_be = (has_former_partner, has_other_parent, has_parent_outside, will_be_called)
    return tuple(
        subject
        for subject in unit(answers)
        if any(holds(answers, answers.maintenance.item("people", subject.id)) for holds in may_be)
    )


def is_told_unsafe(answers: Answers, person_id: str) -> bool:
    """Whether it was said elsewhere that asking for maintenance of this person would be dangerous.

    A child's danger counts for its parents, too: the other parent is often the former partner.
    """
    return _own_danger(answers, person_id) or any(
        child.maintenance_unsafe for child in _children_of(answers, person_id)
    )


def _children_of(answers: Answers, person_id: str) -> list[Part]:
    """Children of somebody in the list; those without named parents count as the applicant's."""
    return answers.once(_children).get(person_id, [])


def _children(answers: Answers) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for person in parts_of(answers).values():
        for parent in (person.parents or (APPLICANT,)) if person.relation in CHILDREN else ():
            found.setdefault(parent, []).append(person)
    return found


def _status(answers: Answers, person_id: str) -> MaritalStatus | None:
    """The marital status, which for a husband or wife follows from the relation."""
    if person_id == APPLICANT:
        status: MaritalStatus | None = answers.you.marital_status
        return status
    person = parts_of(answers).get(person_id)
    if person is None:
        return None
    if person.relation in _MARRIED_BY_RELATION:
        return MaritalStatus.MARRIED
    return person.marital_status if has_own_status(answers, person) else None


def has_former_partner(answers: Answers, own: Part) -> bool:
    """UH1: living apart, divorced, or the partnership was dissolved."""
    return _status(answers, own.id) in APART and not is_told_unsafe(answers, own.id)


def has_other_parent(answers: Answers, own: Part) -> bool:
    """UH2: expecting a child, or caring for a small one whose other parent lives elsewhere, without being married."""
    if _status(answers, own.id) in _TIED or is_told_unsafe(answers, own.id):
        return False
    situations = answers.needs.item("people", own.id).situations or ()
    small = (child for child in _children_of(answers, own.id) if child.parent_outside)
    return Situation.PREGNANT in situations or any(is_young_child(answers, child) for child in small)


def has_parent_outside(answers: Answers, own: Part) -> bool:
    """UH3: under 25, and a parent lives elsewhere."""
    if own.id == APPLICANT:
        is_outside = _has_own_parent_outside(answers)
    else:
        child = _child(answers, own.id)
        is_outside = child is not None and child.parent_outside is True
    return is_outside and not _own_danger(answers, own.id)


def _own_danger(answers: Answers, person_id: str) -> bool:
    """Whether it was said of this person that asking would be dangerous, where that is asked."""
    if person_id == APPLICANT:
        return may_get_maintenance(answers) and answers.people.maintenance_unsafe is True
    child = _child(answers, person_id)
    return child is not None and child.maintenance_unsafe is True


def _child(answers: Answers, person_id: str) -> Part | None:
    """The child with this id in the list of people; None for everybody else."""
    person = parts_of(answers).get(person_id)
    return person if person is not None and person.relation in CHILDREN else None


def is_minor_with_parent_outside(answers: Answers, own: Part) -> bool:
    """Whether the youth office may help: a child of the list that is not known to be of age."""
    person = parts_of(answers).get(own.id)
    return is_open(own) and has_parent_outside(answers, own) and person is not None and not is_adult(answers, person)


def is_open(own: Part) -> bool:
    """Whether it was not said here that answering would be dangerous."""
    return not own.maintenance_unsafe


def lives_elsewhere(own: Part) -> bool:
    """Whether the other parent is said to live elsewhere."""
    return is_open(own) and own.other_parent_here is False


def will_be_called(answers: Answers, own: Part) -> bool:
    """Whether staff have to call before anything is asked: said elsewhere, or here, as long as something is asked here."""
    asked = (has_former_partner, has_other_parent, has_parent_outside)
    said_here = not is_open(own) and any(holds(answers, own) for holds in asked)
    return said_here or is_told_unsafe(answers, own.id)
