from datetime import date

import pytest

from applications.claim.model import Urgency
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import RECEIVED

TRIALS = [
    Trial("APP-01", "always", 1),
    Trial("APP-01", "nothing known about time", 1, {"application_date": None}, {"received_at": None}),
    Trial("APP-02", "wished a day before", 1, {"wished_start": date(2026, 10, 31)}),
    Trial("APP-02", "wished the first of the month", 0, {"wished_start": date(2026, 11, 1)}),
    Trial("APP-02", "no wish", 0),
    Trial("PROC-01", "no money for food", 1, {"urgency": Urgency(no_money_for_food=True)}),
    Trial("PROC-01", "answered no", 0, {"urgency": Urgency(no_money_for_food=False)}),
    Trial("PROC-01", "unanswered", 0),
    Trial("PAR-01", "period reaches into 2027", 1),
    Trial("PAR-01", "period ends with 2026", 0, {"application_date": date(2026, 1, 15)}),
    Trial("PAR-01", "no date but today", 1, {"application_date": None}),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_receipt_time_stands_in_berlin_time_to_the_second():
    finding = Trial("APP-01", "time", 1, {"application_date": None}, {"received_at": RECEIVED}).findings()[0]
    expected = "Der Antrag wirkt ab dem 01.11.2026. Eingegangen über das Portal am Montag, 16.\u00a0November 2026, 10:30:05\u00a0Uhr."
    assert str(finding.caseworker) == expected
    assert str(finding.claimant) == "Ihr Antrag zählt ab dem 01.11.2026."


def test_first_unknown_month_is_named():
    finding = Trial("PAR-01", "text", 1).findings()[0]
    assert finding.caseworker.data == {"month": "Januar 2027"}
