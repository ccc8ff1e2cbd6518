from decimal import Decimal

from applications.catalogue.education_and_participation import FORM
from applications.claim.builders import build_claim
from applications.enums import EducationNeed, EducationStatus, PersonRole

CHILD = {"id": "c1", "first_name": "Lea", "birth_date": "2016-02-09", "school": "school", "school_name": "Ostschule"}


def test_child_is_a_person_and_its_needs_stand_beside_it():
    needs = {"id": "c1", "kinds": ["lunch"], "lunch_cost": "72.00"}
    claim = build_claim(FORM, {"children": {"children": [CHILD]}, "education": {"pupils": [needs]}})

    (lea,), (found,) = claim.household.members, claim.education_needs
    assert (lea.role, lea.education, lea.education_note) == (PersonRole.CHILD, EducationStatus.SCHOOL, "Ostschule")
    assert (found.person_id, found.kinds, found.lunch_cost) == ("c1", (EducationNeed.LUNCH,), Decimal(72))


def test_applicant_who_is_a_pupil_has_needs_of_their_own():
    own = {"for_me": True, "school": "school", "school_name": "Berufskolleg"}
    claim = build_claim(FORM, {"children": own})

    assert (claim.applicant.education, claim.applicant.education_note) == (EducationStatus.SCHOOL, "Berufskolleg")
    assert [needs.person_id for needs in claim.education_needs] == ["applicant"]


def test_nothing_is_asked_for_an_applicant_with_children_only():
    claim = build_claim(FORM, {"children": {"for_me": False, "children": [CHILD]}})

    assert ([needs.person_id for needs in claim.education_needs], claim.applicant.education) == (["c1"], None)
