from datetime import date

import pytest

from applications.claim.model import Household, Housing
from applications.enums import HousingKind, PersonRole, Severity
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_child, build_person

NEXT_YEAR = date(2027, 2, 15)  # nobody knows the amounts of that year yet
CHILD = build_child("p2", "2020-05-05", "Kim", "Albers")
PARTNER = build_person("p3", PersonRole.PARTNER, "1990-01-01", first_name="Ina")


def home(*members, alone=None, persons=None, kind=None, single_parent=None):
    return {
        "applicant": build_person(single_parent=single_parent),
        "household": Household(members=members, lives_alone=alone),
        "housing": Housing(persons_in_dwelling=persons, kind=kind),
    }


def of(person, *parents):
    return person.model_copy(update={"parent_ids": parents})


def unsafe(applicant, child):
    return {
        "applicant": build_person(maintenance_unsafe=applicant),
        "household": Household(members=(CHILD.model_copy(update={"maintenance_unsafe": child}),)),
    }


TRIALS = [
    Trial("HH-01", "alone with a child", 1, home(CHILD, alone=True)),
    Trial("HH-01", "alone but two in the dwelling", 1, home(alone=True, persons=2)),
    Trial("HH-01", "alone and one", 0, home(alone=True, persons=1)),
    Trial("HH-01", "not alone", 0, home(CHILD, alone=False)),
    Trial("HH-01", "unanswered", 0, home(CHILD, persons=2)),
    Trial("HH-02", "three of two", 1, home(CHILD, persons=3)),
    Trial("HH-02", "one of two", 1, home(CHILD, persons=1)),
    Trial("HH-02", "fewer than listed in a flat-share", 1, home(CHILD, persons=1, kind=HousingKind.SUBLET)),
    Trial("HH-02", "unlisted flatmates", 0, home(CHILD, persons=4, kind=HousingKind.SUBLET)),
    Trial("HH-02", "equal", 0, home(CHILD, persons=2)),
    Trial("HH-02", "left to HH-01", 0, home(alone=True, persons=2)),
    Trial("HH-02", "number missing", 0, home(CHILD)),
    Trial("HH-08", "partner is a parent", 1, home(of(CHILD, "p1", "p3"), PARTNER, single_parent=True)),
    Trial("HH-08", "parents of one child not known", 1, home(of(CHILD), PARTNER, single_parent=True)),
    Trial("HH-08", "partner is not the parent", 0, home(of(CHILD, "p1"), PARTNER, single_parent=True)),
    Trial("HH-08", "not ticked", 0, home(CHILD, PARTNER, single_parent=False)),
    Trial("HH-08", "no partner", 0, home(CHILD, single_parent=True)),
    Trial("HH-08", "unanswered", 0, home(CHILD, PARTNER)),
    Trial("HH-09", "alone with a child", 1, home(CHILD, single_parent=False)),
    Trial("HH-09", "ticked already", 0, home(CHILD, single_parent=True)),
    Trial("HH-09", "another adult", 0, home(CHILD, PARTNER, single_parent=False)),
    Trial("HH-09", "unlisted person in the dwelling", 0, home(CHILD, persons=3, single_parent=False)),
    Trial("HH-09", "child is 18", 0, home(build_child("p2", "2008-11-16", "Kim", "A"), single_parent=False)),
    Trial("HH-09", "no birth date", 0, home(build_person("p2", PersonRole.CHILD, None), single_parent=False)),
    Trial("HH-09", "unanswered", 0, home(CHILD)),
    Trial("HH-21", "applicant and child", 2, unsafe(True, True)),
    Trial("HH-21", "said no", 0, unsafe(False, False)),
    Trial("HH-21", "unanswered", 0, unsafe(None, None)),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_favour_names_the_amount_to_staff_only():
    finding = Trial("HH-09", "text", 1, home(CHILD, single_parent=False)).findings()[0]
    assert finding.caseworker.data == {"amount": "202,68 Euro"}
    expected = "Sorgen Sie allein für Ihr Kind? Dann können Sie vielleicht mehr Geld bekommen."
    assert str(finding.claimant) == expected


def test_hint_for_single_parents_does_not_wait_for_the_amount_of_a_new_year():
    (finding,) = Trial(
        "HH-09", "next year", 1, {**home(CHILD, single_parent=False), "wished_start": NEXT_YEAR}
    ).findings()
    assert (finding.rule_id, finding.caseworker.data) == ("HH-09", {})
    assert str(finding.claimant).startswith("Sorgen Sie allein für Ihr Kind?")


def test_who_is_in_danger_reads_that_somebody_calls_and_that_nothing_is_missing():
    finding = Trial("HH-21", "text", 1, unsafe(True, None)).findings()[0]

    assert str(finding.claimant) == (
        "Sie haben gesagt, dass eine Angabe zum Unterhalt gefährlich wäre. Sie müssen nichts nachreichen. Jemand aus dem "
        "Jobcenter ruft Sie an, bevor wir irgendwen fragen."
    )
    assert (finding.severity, finding.refs) == (Severity.FAVOUR, ("persons[p1].maintenance_unsafe",))
