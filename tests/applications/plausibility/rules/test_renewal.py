from datetime import date

import pytest

from applications.claim.model import Asset, Assets, Renewal
from applications.enums import AssetKind
from applications.plausibility.base import GrantSpan
from tests.applications.plausibility.rules.trial import Trial

RENEWAL = {"renewal": Renewal()}
OLD_LAW = {"grant_period": GrantSpan(date(2025, 12, 1), date(2026, 11, 30))}
ENDED = {"grant_period": GrantSpan(date(2025, 10, 1), date(2026, 9, 30))}
ENDED_JUST_NOW = {"grant_period": GrantSpan(date(2025, 11, 1), date(2026, 10, 31))}
FAR = {"grant_period": GrantSpan(date(2026, 3, 1), date(2027, 2, 28))}
NEW_LAW = {"grant_period": GrantSpan(date(2026, 7, 1), date(2027, 6, 30))}
NONE = {"grant_period": None}
TOLD = Assets(has_assets=False)
ACCOUNT = Assets(items=(Asset(id="a1", person_id="p1", kind=AssetKind.CASH),))

TRIALS = [  # all received on 16 November 2026
    Trial("APP-08", "first application in a period that runs", 1, {}, OLD_LAW),
    Trial("APP-08", "period is over", 0, {}, ENDED_JUST_NOW),
    Trial("APP-08", "wished for after the period", 0, {"wished_start": date(2026, 12, 1)}, OLD_LAW),
    Trial("APP-08", "renewal", 0, RENEWAL, OLD_LAW),
    Trial("APP-08", "not for living", 0, {"counts_from_first": False}, OLD_LAW),
    Trial("APP-08", "no period", 0, {}, NONE),
    Trial("APP-09", "a month between", 1, RENEWAL, ENDED),
    Trial("APP-09", "in the month after", 0, RENEWAL, ENDED_JUST_NOW),
    Trial("APP-09", "in time", 0, RENEWAL, OLD_LAW),
    Trial("APP-09", "no renewal", 0, {}, ENDED),
    Trial("APP-09", "no period", 0, RENEWAL, NONE),
    Trial("APP-10", "more than three months before", 1, RENEWAL, FAR),
    Trial("APP-10", "three months before to the day", 0, RENEWAL | {"application_date": date(2026, 11, 28)}, FAR),
    Trial("APP-10", "no period", 0, RENEWAL, NONE),
    Trial("APP-11", "first period under new law", 1, RENEWAL, OLD_LAW),
    Trial("APP-11", "said there is nothing", 0, RENEWAL | {"assets": TOLD}, OLD_LAW),
    Trial("APP-11", "an account", 0, RENEWAL | {"assets": ACCOUNT}, OLD_LAW),
    Trial("APP-11", "granted under new law before", 0, RENEWAL, NEW_LAW),
    Trial("APP-11", "no renewal", 0, {}, OLD_LAW),
    Trial("APP-11", "no period", 0, RENEWAL, NONE),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_gap_is_counted_in_whole_months():
    (finding,) = Trial("APP-09", "gap", 1, RENEWAL, ENDED).findings()

    assert finding.caseworker.data == {"until": "30.09.2026", "start": "01.11.2026", "months": "1"}


def test_renewal_in_time_counts_from_the_day_after_the_period():
    (finding,) = Trial("APP-01", "renewal", 1, RENEWAL, OLD_LAW).findings()

    assert str(finding.claimant) == "Ihr Antrag zählt ab dem 01.12.2026."
