import datetime

import pytest

from applications.claim.model import Background, Housing
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_person

HERE = {"housing": Housing(postcode="00123")}
OWN, OTHER = "Jobcenter Musterkreis", "Jobcenter Nachbarstadt"


def paid(until):
    earlier = Background(previous_benefit=True, previous_benefit_office=OTHER, previous_benefit_until=until)
    return {"applicant": build_person(background=earlier)}


TRIALS = [
    Trial("JUR-01", "one other office", 1, HERE, {"responsible_offices": (OTHER,)}),
    Trial("JUR-01", "own office", 0, HERE, {"responsible_offices": (OWN,)}),
    Trial("JUR-01", "postcode unknown to the table", 0, HERE, {"responsible_offices": ()}),
    Trial("JUR-01", "no postcode", 0, {}, {"responsible_offices": (OTHER,)}),
    Trial("JUR-02", "two offices", 1, HERE, {"responsible_offices": (OWN, OTHER)}),
    Trial("JUR-02", "one office", 0, HERE, {"responsible_offices": (OWN,)}),
    Trial("JUR-02", "no postcode", 0, {}, {"responsible_offices": (OWN, OTHER)}),
    Trial("JUR-03", "paid until the end of the year", 1, paid(datetime.date(2026, 12, 31))),
    Trial("JUR-03", "paid on the first day", 1, paid(datetime.date(2026, 11, 1))),
    Trial("JUR-03", "paid until the day before", 0, paid(datetime.date(2026, 10, 31))),
    Trial("JUR-03", "end missing", 0, paid(None)),
    Trial("JUR-04", "six weeks ago", 1, {"housing": Housing(since=datetime.date(2026, 10, 1))}),
    Trial("JUR-04", "three months ago", 0, {"housing": Housing(since=datetime.date(2026, 8, 16))}),
    Trial("JUR-04", "unanswered", 0),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_forwarding_keeps_the_date_of_receipt():
    finding = TRIALS[0].findings()[0]
    expected = "Für Ihre Adresse ist Jobcenter Nachbarstadt zuständig. Wir geben Ihren Antrag weiter."
    assert str(finding.claimant) == f"{expected} Das Datum 16.11.2026 bleibt."
