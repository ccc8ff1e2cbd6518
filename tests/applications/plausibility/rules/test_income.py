from datetime import date
from decimal import Decimal

import pytest

from applications.claim.model import Household
from applications.enums import IncomeKind
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_child, build_income, build_person

CHILD = build_child("p2", "2022-02-09", "Ella", "Sander")
OLDER = build_child("p3", "2006-01-01", "Finn", "Sander")


def earning(kind, gross=None, net=None, **changes):
    gross = None if gross is None else Decimal(gross)
    return {"incomes": (build_income(kind, net, gross=gross, **changes),)}


def family(*incomes, members=(CHILD,), **answers):
    return {"applicant": build_person(**answers), "household": Household(members=members), "incomes": incomes}


KINDERGELD, ADVANCE = IncomeKind.CHILD_BENEFIT, IncomeKind.MAINTENANCE_ADVANCE
WAGE, MINIJOB = IncomeKind.EMPLOYMENT, IncomeKind.MINIJOB

TRIALS = [
    Trial("INC-01", "net one cent more", 1, earning(WAGE, "1000", "1000.01")),
    Trial("INC-01", "equal", 0, earning(WAGE, "1000", "1000")),
    Trial("INC-01", "gross missing", 0, earning(WAGE, None, "1000")),
    Trial("INC-05", "one cent above 603", 1, earning(MINIJOB, "603.01")),
    Trial("INC-05", "exactly 603", 0, earning(MINIJOB, "603")),
    Trial("INC-05", "633 in January 2027", 0, {"application_date": date(2027, 1, 1), **earning(MINIJOB, "633")}),
    Trial("INC-05", "gross missing", 0, earning(MINIJOB)),
    Trial("INC-08", "ends before it begins", 1, earning(WAGE, since=date(2026, 5, 2), until=date(2026, 5, 1))),
    Trial("INC-08", "one day", 0, earning(WAGE, since=date(2026, 5, 1), until=date(2026, 5, 1))),
    Trial("INC-08", "no end", 0, earning(WAGE, since=date(2026, 5, 1))),
    Trial("INC-10", "old rate", 1, family(build_income(KINDERGELD, 255))),
    Trial("INC-10", "none though asked", 1, family(has_income=False)),
    Trial("INC-10", "rate of 2026", 0, family(build_income(KINDERGELD, 259))),
    Trial("INC-10", "grown-up child as well", 0, family(build_income(KINDERGELD, 518), members=(CHILD, OLDER))),
    Trial("INC-10", "amount missing", 0, family(build_income(KINDERGELD))),
    Trial("INC-10", "income not answered", 0, family()),
    Trial("INC-10", "no minor child", 0, family(has_income=False, members=(OLDER,))),
    Trial("INC-12", "last step", 1, family(build_income(ADVANCE, 299, "p2"))),
    Trial("INC-12", "table of 2026", 0, family(build_income(ADVANCE, 227, "p2"))),
    Trial(
        "INC-12", "paid to the mother for the child", 0, family(build_income(ADVANCE, 227, "p1", for_person_id="p2"))
    ),
    Trial("INC-12", "grown-up child", 0, family(build_income(ADVANCE, 227, "p3"), members=(OLDER,))),
    Trial("INC-12", "amount missing", 0, family(build_income(ADVANCE, None, "p2"))),
    Trial("INC-12", "child removed", 0, family(build_income(ADVANCE, 100, "gone"))),
    Trial("INC-29", "above 1200 with a child", 1, family(*earning(WAGE, "1200.01")["incomes"])),
    Trial("INC-29", "exactly 1200", 0, family(*earning(WAGE, "1200")["incomes"])),
    Trial("INC-29", "no child", 0, earning(WAGE, "1400")),
    Trial("INC-29", "gross missing", 0, family(*earning(WAGE)["incomes"])),
    Trial("INC-18", "wage that varies", 1, earning(WAGE, "1000", varies=True)),
    Trial("INC-18", "self-employed", 1, earning(IncomeKind.SELF_EMPLOYMENT, "600")),
    Trial("INC-18", "steady wage", 0, earning(WAGE, "1000", varies=False)),
    Trial("INC-18", "unanswered", 0, earning(WAGE, "1000")),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_figures_fetched_by_a_function_of_the_law_are_named_too():
    finding = Trial("INC-12", "figures", 1, family(build_income(ADVANCE, 299, "p2"))).findings()[0]
    assert [used.key for used in finding.parameters] == ["maintenance_advance.age_steps", "maintenance_advance.age0_5"]


def test_question_about_a_minijob_names_both_amounts_in_german_notation():
    finding = Trial("INC-05", "text", 1, earning(MINIJOB, "1234.5")).findings()[0]
    assert finding.claimant.data == {"gross": "1.234,50 Euro", "limit": "603,00 Euro"}
    assert [(used.key, used.valid_from) for used in finding.parameters] == [
        ("minor_job.monthly_limit", date(2026, 1, 1))
    ]
