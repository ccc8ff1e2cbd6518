from datetime import date

import pytest

from applications.claim.model import Household
from applications.enums import PersonRole
from applications.plausibility.base import Speaker
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_person


def with_member(role, born):
    return {"household": Household(members=(build_person("p2", role, born, first_name="Kim"),))}


def speaker(**fields):
    return Speaker(**{"id": "s1", "is_guardian": False, "is_checked": True} | fields)


def sent_by(**fields):
    return {"speakers": (speaker(**fields),), "sender": "s1"}


def reserved(**fields):
    return {"speakers": (speaker(is_guardian=True, has_reservation=True, **fields),)}


TRIALS = [
    Trial("REP-01", "partner", 1, with_member(PersonRole.PARTNER, "1990-05-05")),
    Trial("REP-01", "partner without birth date", 1, with_member(PersonRole.PARTNER, None)),
    Trial("REP-01", "child of 18", 1, with_member(PersonRole.CHILD, "2008-11-16")),
    Trial("REP-01", "child of 17", 0, with_member(PersonRole.CHILD, "2008-11-17")),
    Trial("REP-01", "child without birth date", 0, with_member(PersonRole.CHILD, None)),
    Trial("REP-01", "child of 25 is no member", 0, with_member(PersonRole.CHILD, "2001-01-01")),
    Trial("REP-01", "flatmate", 0, with_member(PersonRole.OTHER, "1990-05-05")),
    Trial("REP-01", "alone", 0),
    Trial("REP-02", "partner", 1, with_member(PersonRole.PARTNER, "1990-05-05"), {"own_post": frozenset({"p2"})}),
    Trial("REP-02", "nobody", 0, with_member(PersonRole.PARTNER, "1990-05-05")),
    Trial("REP-02", "somebody of an earlier form", 0, {}, {"own_post": frozenset({"p9"})}),
    Trial("REP-03", "without proof", 1, {}, sent_by(is_checked=False)),
    Trial("REP-03", "with proof", 0, {}, sent_by()),
    Trial("REP-03", "guardian", 0, {}, sent_by(is_guardian=True, is_checked=False)),
    Trial("REP-03", "the person", 0, {}, {"speakers": (speaker(is_checked=False),)}),
    Trial("REP-05", "order not seen", 1, {}, sent_by(is_guardian=True, is_checked=False)),
    Trial("REP-05", "other tasks", 1, {}, sent_by(is_guardian=True, covers=False)),
    Trial("REP-05", "neither seen nor tasks", 2, {}, sent_by(is_guardian=True, is_checked=False, covers=False)),
    Trial("REP-05", "guardian with reservation", 0, {}, sent_by(is_guardian=True, has_reservation=True)),
    Trial("REP-05", "person with reservation", 1, {}, reserved()),
    Trial("REP-05", "reservation not seen", 0, {}, reserved(is_checked=False)),
    Trial("REP-05", "reservation is over", 0, {}, reserved(is_over=True)),
    Trial("REP-05", "Vollmacht", 0, {}, sent_by()),
    Trial("REP-06", "no end", 0, {}, sent_by()),
    Trial("REP-06", "ends before the period", 1, {}, sent_by(last_day=date(2026, 12, 31))),
    Trial("REP-06", "ends after the period", 0, {}, sent_by(last_day=date(2029, 12, 31))),
    Trial("REP-06", "has ended", 1, {}, sent_by(last_day=date(2026, 11, 1), is_over=True)),
    Trial("REP-06", "not seen", 0, {}, sent_by(last_day=date(2026, 12, 31), is_checked=False)),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_finding_is_about_the_other_adult():
    (finding,) = TRIALS[0].findings()

    assert (finding.person_id, finding.refs) == ("p2", ("persons[p2]",))
    assert "Kim Albers" in str(finding.caseworker)


def test_applicant_is_not_told_that_somebody_wants_own_post():
    (finding,) = next(trial for trial in TRIALS if trial.rule_id == "REP-02").findings()

    assert finding.claimant is None
