from datetime import date

import pytest

from applications.claim.model import AdditionalNeeds, Household
from applications.enums import EducationStatus, PersonRole
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_child, build_person


def expecting(on, *, pregnant=True):
    needs = AdditionalNeeds(pregnant=pregnant, expected_birth=on)
    return {"applicant": build_person(needs=needs)}


def child(born="2018-06-30", education=EducationStatus.SCHOOL):
    return {"household": Household(members=(build_child("p2", born, "Finn", "Sander", education=education),))}


TRIALS = [
    Trial("NEED-02", "295 days ahead", 1, expecting(date(2027, 9, 7))),
    Trial("NEED-02", "294 days ahead", 0, expecting(date(2027, 9, 6))),
    Trial("NEED-02", "22 days past", 1, expecting(date(2026, 10, 25))),
    Trial("NEED-02", "21 days past", 0, expecting(date(2026, 10, 26))),
    Trial("NEED-02", "answered not pregnant later", 0, expecting(date(2030, 1, 1), pregnant=False)),
    Trial("NEED-02", "date missing", 0, expecting(None)),
    Trial("NEED-07", "pupil", 1, child()),
    Trial("NEED-07", "24 at school", 1, child("2001-11-17")),
    Trial(
        "NEED-07", "25 at school", 0, {"applicant": build_person(born="2001-11-16", education=EducationStatus.SCHOOL)}
    ),
    Trial("NEED-07", "day care", 0, child(education=EducationStatus.DAY_CARE)),
    Trial("NEED-07", "school unanswered", 0, child(education=None)),
    Trial(
        "NEED-07",
        "birth date missing",
        0,
        {
            "household": Household(
                members=(build_person("p2", PersonRole.CHILD, None, education=EducationStatus.SCHOOL),)
            )
        },
    ),
    Trial("NEED-08", "day care", 1, child("2022-02-09", EducationStatus.DAY_CARE)),
    Trial("NEED-08", "pupil", 1, child()),
    Trial("NEED-08", "18 on the day", 0, child("2008-11-16")),
    Trial("NEED-08", "17 until tomorrow", 1, child("2008-11-17")),
    Trial("NEED-08", "at home", 0, child(education=EducationStatus.NONE)),
    Trial("NEED-08", "unanswered", 0, child(education=None)),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_hint_about_school_comes_although_the_figure_of_next_year_is_unknown():
    (finding,) = Trial("NEED-07", "next year", 1, {**child(), "wished_start": date(2027, 2, 15)}).findings()

    assert finding.rule_id == "NEED-07"


def test_school_supplies_name_the_child_and_the_amount():
    finding = Trial("NEED-07", "text", 1, child()).findings()[0]
    assert finding.person_id == "p2"
    assert finding.caseworker.data == {"person": "Finn Sander", "amount": "130,00 Euro"}
