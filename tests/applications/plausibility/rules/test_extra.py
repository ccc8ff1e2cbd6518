from datetime import date

import pytest

from applications.claim.education_and_participation import EducationNeeds
from applications.claim.model import Housing, Urgency
from applications.claim.moving_assurance import MovingAssurance
from applications.claim.placement_budget import PlacementBudget, PlannedCost
from applications.enums import EducationNeed
from applications.plausibility.registry import default_registry, run
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_claim, build_context, build_person

ON = date(2026, 11, 16)


def pupil(born, *kinds):
    return {
        "application_date": ON,
        "applicant": build_person("p1", born=born),
        "education_needs": (EducationNeeds(person_id="p1", kinds=kinds),),
    }


def move(**said):
    return {"moving_assurance": MovingAssurance(**said)}


def costs(*paid):
    planned = tuple(PlannedCost(id=f"k{index}", is_paid=each) for index, each in enumerate(paid))
    return {"placement_budget": PlacementBudget(planned_costs=planned)}


TRIALS = [
    Trial("PROC-15", "broken cooker", 1, {"urgency": Urgency(other_need=True)}),
    Trial("PROC-15", "something else ticked", 0, {"urgency": Urgency(other_need=False, no_money_for_food=True)}),
    Trial("PROC-15", "unanswered", 0),
    Trial("NEED-12", "club on the birthday", 1, pupil("2008-11-16", EducationNeed.PARTICIPATION)),
    Trial("NEED-12", "club the day before", 0, pupil("2008-11-17", EducationNeed.PARTICIPATION)),
    Trial("NEED-12", "school at the age of a club's end", 0, pupil("2008-11-16", EducationNeed.LUNCH)),
    Trial("NEED-12", "school on the birthday", 1, pupil("2001-11-16", EducationNeed.LUNCH)),
    Trial("NEED-12", "school the day before", 0, pupil("2001-11-17", EducationNeed.LUNCH)),
    Trial("NEED-12", "birth date missing", 0, pupil(None, EducationNeed.LUNCH)),
    Trial("HOU-21", "signed", 1, move(lease_signed=True)),
    Trial("HOU-21", "not signed", 0, move(lease_signed=False)),
    Trial("HOU-21", "unanswered", 0, move()),
    Trial("HOU-21", "another form", 0),
    Trial("APP-17", "one of two paid", 1, costs(True, False)),
    Trial("APP-17", "none paid", 0, costs(False)),
    Trial("APP-17", "unanswered", 0, costs(None)),
    Trial("APP-17", "another form", 0),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


@pytest.mark.parametrize("rule_id", ["PROC-01", "PROC-15", "HOU-20", "HOU-21", "NEED-02", "NEED-12", "APP-17"])
def test_rule_looks_at_forms_that_do_not_ask_about_the_whole_household(rule_id):
    assert default_registry()[rule_id].any_form


def test_danger_to_the_dwelling_is_found_in_a_small_form():
    claim = build_claim(is_whole=False, housing=Housing(eviction_threat=True))

    assert "HOU-20" in {finding.rule_id for finding in run(claim, build_context())}


def test_age_is_for_staff_alone():
    (finding,) = Trial("NEED-12", "words", 1, pupil("2008-11-16", EducationNeed.PARTICIPATION)).findings()

    assert finding.claimant is None
    assert [used.key for used in finding.parameters] == ["education.participation_max_age"]
