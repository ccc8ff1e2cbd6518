"""Whom a question is asked about: everybody, the unit of § 7(3) SGB II, those who can work, grown-ups, relatives."""

from datetime import date

from django.utils.translation import gettext as _

from applications.catalogue.structure import APPLICANT, Subject
from applications.claim.answers import Answers, Part
from applications.enums import Relation
from portal.law.dates import age_on
from portal.law.parameter import whole

PARTNERS = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER, Relation.UNMARRIED_PARTNER})
CHILDREN = frozenset({Relation.OWN_CHILD, Relation.STEP_CHILD})
PARENTS = frozenset({Relation.PARENT, Relation.STEP_PARENT})
# Relatives and in-laws: who of them is no member of the unit shares the household only (§ 9(5) SGB II, annex HG).
RELATIVES = frozenset(
    {*CHILDREN, *PARENTS, Relation.GRANDCHILD, Relation.SIBLING, Relation.GRANDPARENT, Relation.IN_LAW}
)


def everybody(answers: Answers) -> tuple[Subject, ...]:
    """The applicant and all people entered."""
    return (applicant(answers), *(_subject(person) for person in answers.people.persons if is_at_home(answers)))


def applicant(answers: Answers) -> Subject:
    """The person who applies."""
    you = answers.you
    return Subject(APPLICANT, " ".join(part for part in (you.first_name, you.last_name) if part) or _("Sie selbst"))


def unit(answers: Answers) -> tuple[Subject, ...]:
    """Applicant, partner, children under 25; parents of an applicant under 25. Others are asked for nothing more."""
    return answers.once(_unit)


def _unit(answers: Answers) -> tuple[Subject, ...]:
    members = (_subject(person) for person in answers.people.persons if is_member(answers, person))
    return (applicant(answers), *(members if is_at_home(answers) else ()))


def workers(answers: Answers) -> tuple[Subject, ...]:
    """Members of the unit who are 15 or older (§ 7(1) no. 1 SGB II)."""
    return answers.once(_workers)


def _workers(answers: Answers) -> tuple[Subject, ...]:
    young = answers.once(_young_ids)
    return tuple(subject for subject in unit(answers) if subject.id not in young)


def possible_parents(answers: Answers) -> tuple[Subject, ...]:
    """Who may be mother or father of a child of the applicant or partner: these two, a former partner ("other")."""
    perhaps = PARTNERS | {Relation.OTHER, None}  # None: not said yet
    others = {person.id for person in answers.people.persons if person.relation not in perhaps}
    return tuple(subject for subject in everybody(answers) if subject.id not in others)


def grown_ups(answers: Answers) -> tuple[Subject, ...]:
    """Applicant, partner, and members of the unit who are 18 or older: for the last years of a life."""
    return answers.once(_grown_ups)


def _grown_ups(answers: Answers) -> tuple[Subject, ...]:
    grown = {person.id for person in answers.people.persons if person.relation in PARTNERS or is_adult(answers, person)}
    return tuple(subject for subject in unit(answers) if subject.is_applicant or subject.id in grown)


def parts_of(answers: Answers) -> dict[str, Part]:
    """What was entered about everybody in the list, by id."""
    return answers.once(_parts)


def _parts(answers: Answers) -> dict[str, Part]:
    return {person.id: person for person in answers.people.persons if is_at_home(answers)}


def is_at_home(answers: Answers) -> bool:
    """Whether others live here: people entered before "I live alone" are kept, but not asked about."""
    return answers.people.lives_alone is False


def is_child_under_15(answers: Answers, person: Part) -> bool:
    """Whether somebody is under 15 on the day the draft was started; children without a birth date count as that."""
    return person.id in answers.once(_young_ids)


def _young_ids(answers: Answers) -> set[str]:
    return {person.id for person in answers.people.persons if _is_young(answers, person)}


def _is_young(answers: Answers, person: Part) -> bool:
    age = age_in(answers, person.birth_date)
    if age is None:
        return person.relation in CHILDREN
    return age < _limit(answers, "standard_need.age.employable")


def is_under_25(answers: Answers) -> bool:
    """Whether the applicant is known to be under 25 on the day the draft was started."""
    age = age_in(answers, answers.you.birth_date)
    return age is not None and age < _limit(answers, "standard_need.age.independent")


def is_adult(answers: Answers, person: Part) -> bool:
    """Whether somebody in the list is known to be 18 or older."""
    age = age_in(answers, person.birth_date)
    return age is not None and age >= _limit(answers, "standard_need.age.adult")


def is_young_child(answers: Answers, person: Part) -> bool:
    """Whether a child is so young that whoever cares for it may be owed maintenance for that (§ 1615l BGB)."""
    age = age_in(answers, person.birth_date)
    return age is not None and age < _limit(answers, "family.care_of_child_years")


def age_in(answers: Answers, birth_date: date | None) -> int | None:
    """Age on the day the draft was started."""
    if birth_date is None or answers.started_on is None:
        return None
    return age_on(birth_date, answers.started_on)


def is_member(answers: Answers, person: Part) -> bool:
    """Whether somebody in the list is presumed a member of the unit; a child without a birth date is."""
    return person.id in answers.once(_member_ids)


def _member_ids(answers: Answers) -> set[str]:
    return {person.id for person in answers.people.persons if _is_presumed_member(answers, person)}


def _is_presumed_member(answers: Answers, person: Part) -> bool:
    if person.relation in PARENTS:
        return is_under_25(answers)
    if person.relation in CHILDREN:
        age = age_in(answers, person.birth_date)
        return age is None or age < _limit(answers, "standard_need.age.independent")
    return person.relation in PARTNERS


def is_relative_only(answers: Answers, person: Part) -> bool:
    """Whether somebody in the list is a relative who shares the household without being a member of the unit."""
    return person.relation in RELATIVES and not is_member(answers, person)


def _limit(answers: Answers, key: str) -> int:
    """An age limit of the law on the day the draft was started."""
    known = answers.once(_limits)
    if key not in known:
        known[key] = whole(key, answers.started_on or date.min)
    return known[key]


def _limits(_answers: Answers) -> dict[str, int]:
    """Limits looked up so far: each is asked for of everybody."""
    return {}


def _subject(person: Part) -> Subject:
    return Subject(person.id, person_name(person))


def person_name(person: Part) -> str:
    """First name, else last name, else words that say that there is none yet."""
    return person.first_name or person.last_name or _("Person ohne Namen")
