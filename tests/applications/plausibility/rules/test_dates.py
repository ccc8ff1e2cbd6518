from datetime import date

import pytest

from applications.claim.model import Household
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_child, build_person


def applicant(**answers):
    return {"applicant": build_person(**answers)}


def child(born):
    return {"household": Household(members=(build_child("p2", born, "Kim", "Albers"),))}


TRIALS = [
    Trial("HH-07", "separated tomorrow", 1, applicant(separated_since=date(2026, 11, 17))),
    Trial("HH-07", "married at birth", 1, applicant(marital_status_since=date(1992, 3, 14))),
    Trial("HH-07", "separated today", 0, applicant(separated_since=date(2026, 11, 16))),
    Trial("HH-07", "birth date missing", 0, applicant(born=None, marital_status_since=date(1900, 1, 1))),
    Trial("HH-07", "no dates", 0),
    Trial("HH-16", "six on the first day", 1, child("2020-11-01")),
    Trial("HH-16", "six on the last day", 1, child("2021-10-31")),
    Trial("HH-16", "six the day after", 0, child("2021-11-01")),
    Trial("HH-16", "five to six before the period", 0, child("2020-10-31")),
    Trial("HH-16", "fourteen", 1, child("2013-05-05")),
    Trial("HH-16", "fifteen", 1, child("2012-05-05")),
    Trial("HH-16", "applicant of 14 is told about no band", 0, applicant(born="2013-05-05")),
    Trial("HH-16", "applicant reaches 25", 1, applicant(born="2002-05-05")),
    Trial("HH-16", "applicant reaches the age limit", 1, applicant(born="1960-07-02")),
    Trial("HH-16", "age limit long before", 0, applicant(born="1955-07-02")),
    Trial("HH-16", "no birth date", 0, applicant(born=None)),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_born_on_29_february_is_of_age_on_1_march():
    start = {"application_date": date(2025, 12, 1)}
    finding = Trial("HH-16", "leap", 1, {**child("2008-02-29"), **start}).findings()[0]
    assert finding.caseworker.data == {"person": "Kim Albers", "age": "18", "date": "01.03.2026"}


def test_age_limit_names_the_end_of_the_month():
    finding = Trial("HH-16", "limit", 1, applicant(born="1960-07-02")).findings()[0]
    assert str(finding.caseworker) == "Jonas Albers erreicht am 30.11.2026 die Altersgrenze nach § 7a SGB II."
