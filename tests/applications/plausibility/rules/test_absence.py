from datetime import date

import pytest

from applications.claim.absence_request import AbsenceRequest
from applications.enums import Severity
from tests.applications.plausibility.rules.trial import Trial


def trip(first, last, **said):
    return {"absence": AbsenceRequest(leaves_on=date(2026, 12, first), returns_on=date(2026, 12, last), **said)}


TRIALS = [
    Trial("ELI-15", "a week", 1, trip(1, 7)),
    Trial("ELI-15", "back before leaving", 0, trip(7, 1)),
    Trial("ELI-15", "no day", 0, {"absence": AbsenceRequest(leaves_on=date(2026, 12, 1))}),
    Trial("ELI-15", "no trip", 0),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


@pytest.mark.parametrize(("last", "severity", "is_asked"), [(21, Severity.INFO, False), (22, Severity.WARNING, True)])
def test_only_who_is_away_longer_than_three_weeks_is_asked_for_a_reason(last, severity, is_asked):
    finding = Trial("ELI-15", "long", 1, trip(1, last)).findings()[0]

    assert (finding.severity, finding.claimant is not None) == (severity, is_asked)


def test_reason_that_was_said_is_not_asked_for():
    assert Trial("ELI-15", "cure", 1, trip(1, 28, reason="Kur")).findings()[0].claimant is None


def test_trip_that_has_begun_wants_a_call():
    begun = {"absence": AbsenceRequest(leaves_on=date(2026, 11, 16), returns_on=date(2026, 11, 18))}
    finding = Trial("ELI-15", "begun", 1, begun).findings()[0]

    assert finding.severity == Severity.WARNING
    assert "bitte gleich anrufen" in str(finding.caseworker)
