from datetime import date

import pytest

from applications.claim.household import (
    age_of,
    is_employable_age,
    minor_children,
    partner_of,
    presumed_unit,
)
from applications.claim.model import Household
from applications.enums import MaritalStatus, PersonRole
from tests.factories.claims import APPLIED, build_child, build_claim, build_p03, build_person


def unit_with(*members, applicant=None):
    claim = build_claim(applicant=applicant or build_person(), household=Household(members=members))
    return [person.id for person in presumed_unit(claim, APPLIED)]


def test_unit_of_a_family_is_everyone():
    assert [person.id for person in presumed_unit(build_p03(), APPLIED)] == ["p1", "p2", "p3", "p4", "p5"]


@pytest.mark.parametrize(("born", "expected"), [("2001-11-17", ["p1", "p2"]), ("2001-11-16", ["p1"])])
def test_child_belongs_to_the_unit_until_25(born, expected):
    assert unit_with(build_child("p2", born, "Kim", "Albers")) == expected


def test_married_child_does_not_belong_to_the_unit():
    assert unit_with(build_child("p2", "2004-01-01", "Kim", "A", marital_status=MaritalStatus.MARRIED)) == ["p1"]


def test_child_without_birth_date_is_presumed_a_member():
    assert unit_with(build_person("p2", PersonRole.CHILD, None)) == ["p1", "p2"]


@pytest.mark.parametrize(("born", "expected"), [("2003-07-02", ["p1", "p2"]), ("1992-03-14", ["p1"])])
def test_parents_belong_to_the_unit_of_a_young_applicant_only(born, expected):
    parent = build_person("p2", PersonRole.PARENT, "1970-01-01")
    assert unit_with(parent, applicant=build_person(born=born)) == expected


def test_relatives_and_flatmates_are_not_in_the_unit():
    assert unit_with(build_person("p2", PersonRole.RELATIVE), build_person("p3", PersonRole.OTHER)) == ["p1"]


def test_minor_children_are_those_known_to_be_under_18():
    claim = build_claim(
        household=Household(
            members=(
                build_child("p2", "2008-11-16", "A", "B"),
                build_child("p3", "2008-11-17", "C", "D"),
                build_person("p4", PersonRole.CHILD, None),
            )
        )
    )
    assert [child.id for child in minor_children(claim, APPLIED)] == ["p3"]


def test_age_of_somebody_without_birth_date_is_unknown():
    assert age_of(build_person(born=None), date(2026, 1, 1)) is None


def test_adults_by_role_count_as_employable_without_a_birth_date():
    assert is_employable_age(build_person(born=None), APPLIED) is True
    assert is_employable_age(build_person("p2", PersonRole.CHILD, None), APPLIED) is False


def test_partner_is_found_by_role():
    assert partner_of(build_p03()).first_name == "Oliver"
    assert partner_of(build_claim()) is None
