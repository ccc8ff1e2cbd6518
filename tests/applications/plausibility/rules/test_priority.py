import datetime

import pytest

from applications.claim.model import Background, Household, PastJob
from applications.enums import IncomeKind
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_child, build_income, build_person

JOB = PastJob(id="j1", since=datetime.date(2026, 2, 1), until=datetime.date(2026, 9, 30))


def worked(*benefits):
    return {"applicant": build_person(background=Background(past_jobs=(JOB,)), benefits_applied_for=benefits)}


def family(*incomes, born="2020-05-01", **child):
    members = (build_child("p2", born, "Ella", "Sander", **child),)
    return {"household": Household(members=members), "incomes": incomes}


WAGE = build_income(IncomeKind.EMPLOYMENT, 1310)
TRIALS = [
    Trial("ELI-14", "job in the last years", 1, worked()),
    Trial("ELI-14", "unemployment benefit applied for", 0, worked(IncomeKind.UNEMPLOYMENT_BENEFIT)),
    Trial("ELI-14", "wage and child", 1, family(WAGE)),
    Trial("ELI-14", "wage and grown child", 0, family(WAGE, born="2008-11-16")),
    Trial("ELI-14", "gets housing benefit", 0, family(WAGE, build_income(IncomeKind.HOUSING_BENEFIT, 100))),
    Trial("ELI-14", "parent elsewhere, nothing paid", 1, family(parent_outside=True)),
    Trial(
        "ELI-14",
        "advance paid",
        0,
        family(build_income(IncomeKind.MAINTENANCE_ADVANCE, 227, "p2"), parent_outside=True),
    ),
    Trial("ELI-14", "asking would be dangerous", 0, family(parent_outside=True, maintenance_unsafe=True)),
    Trial("ELI-14", "nothing said", 0),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_hint_says_that_the_application_stays():
    assert str(TRIALS[0].findings()[0].claimant).endswith("Ihr Antrag bei uns bleibt.")
