import pytest

from applications.claim.model import Housing
from tests.applications.plausibility.rules.trial import Trial

HERE = {"housing": Housing(postcode="00123")}
OWN, OTHER = "Jobcenter Musterkreis", "Jobcenter Nachbarstadt"

TRIALS = [
    Trial("JUR-01", "one other office", 1, HERE, {"responsible_offices": (OTHER,)}),
    Trial("JUR-01", "own office", 0, HERE, {"responsible_offices": (OWN,)}),
    Trial("JUR-01", "postcode unknown to the table", 0, HERE, {"responsible_offices": ()}),
    Trial("JUR-01", "no postcode", 0, {}, {"responsible_offices": (OTHER,)}),
    Trial("JUR-02", "two offices", 1, HERE, {"responsible_offices": (OWN, OTHER)}),
    Trial("JUR-02", "one office", 0, HERE, {"responsible_offices": (OWN,)}),
    Trial("JUR-02", "no postcode", 0, {}, {"responsible_offices": (OWN, OTHER)}),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_forwarding_keeps_the_date_of_receipt():
    finding = TRIALS[0].findings()[0]
    expected = "Für Ihre Adresse ist Jobcenter Nachbarstadt zuständig. Wir geben Ihren Antrag weiter."
    assert str(finding.claimant) == f"{expected} Das Datum 16.11.2026 bleibt."
