import pytest

from applications.claim.model import Household
from applications.enums import PersonRole
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_person


def with_member(role, born):
    return {"household": Household(members=(build_person("p2", role, born, first_name="Kim"),))}


TRIALS = [
    Trial("REP-01", "partner", 1, with_member(PersonRole.PARTNER, "1990-05-05")),
    Trial("REP-01", "partner without birth date", 1, with_member(PersonRole.PARTNER, None)),
    Trial("REP-01", "child of 18", 1, with_member(PersonRole.CHILD, "2008-11-16")),
    Trial("REP-01", "child of 17", 0, with_member(PersonRole.CHILD, "2008-11-17")),
    Trial("REP-01", "child without birth date", 0, with_member(PersonRole.CHILD, None)),
    Trial("REP-01", "child of 25 is no member", 0, with_member(PersonRole.CHILD, "2001-01-01")),
    Trial("REP-01", "flatmate", 0, with_member(PersonRole.OTHER, "1990-05-05")),
    Trial("REP-01", "alone", 0),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_finding_is_about_the_other_adult():
    (finding,) = TRIALS[0].findings()

    assert (finding.person_id, finding.refs) == ("p2", ("persons[p2]",))
    assert "Kim Albers" in str(finding.caseworker)
