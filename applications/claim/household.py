"""Who of the dwelling belongs together under § 7(3) SGB II: a presumption from the answers, never a decision."""

from datetime import date

from applications.claim.model import Claim, Person
from applications.enums import MaritalStatus, PersonRole
from portal.law.dates import age_on
from portal.law.parameter import whole


def age_of(person: Person, on: date) -> int | None:
    """Completed years on a day, or None without a birth date."""
    return None if person.birth_date is None else age_on(person.birth_date, on)


def partner_of(claim: Claim) -> Person | None:
    """The partner in the household, if one is named."""
    return next(iter(claim.persons_as(PersonRole.PARTNER)), None)


def is_minor(person: Person, on: date) -> bool:
    """Whether somebody is known to be under 18; False without a birth date."""
    age = age_of(person, on)
    return age is not None and age < whole("standard_need.age.adult", on)


def minor_children(claim: Claim, on: date) -> tuple[Person, ...]:
    """Children of applicant or partner who are known to be under 18."""
    return tuple(person for person in claim.persons_as(PersonRole.CHILD) if is_minor(person, on))


def is_employable_age(person: Person, on: date) -> bool:
    """15 or older (§ 7(1) no. 1); adults by their role count without a birth date."""
    age = age_of(person, on)
    if age is None:
        return person.role in {PersonRole.APPLICANT, PersonRole.PARTNER}
    return age >= whole("standard_need.age.employable", on)


def presumed_unit(claim: Claim, on: date) -> tuple[Person, ...]:
    """The presumed Bedarfsgemeinschaft: applicant, partner, unmarried children under 25, parents of such an applicant.

    A child without a birth date counts as a member. Whether a child covers its own need (§ 7(3) no. 4) is not examined.
    """
    return tuple(person for person in claim.persons if _belongs(claim, person, on))


def _belongs(claim: Claim, person: Person, on: date) -> bool:
    """Whether one person is presumed a member."""
    if person.role in {PersonRole.APPLICANT, PersonRole.PARTNER}:
        return True
    if person.role == PersonRole.CHILD:
        return _is_dependent(person, on)
    if person.role == PersonRole.PARENT:
        return claim.applicant.birth_date is not None and _is_dependent(claim.applicant, on)
    return False


def _is_dependent(person: Person, on: date) -> bool:
    """Unmarried and under 25 (§ 7(3) no. 2, 4)."""
    age = age_of(person, on)
    unmarried = person.marital_status in {None, MaritalStatus.SINGLE}
    return unmarried and (age is None or age < whole("standard_need.age.independent", on))
