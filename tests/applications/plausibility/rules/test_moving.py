import datetime

import pytest

from applications.claim.model import Background, Household, Housing
from applications.enums import HousingKind, MaritalStatus, PersonRole, Severity
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_person

MOVED = datetime.date(2026, 10, 1)


def moved(born="2003-07-02", *, since=MOVED, assurance=False, kind=HousingKind.RENTED, earlier=True, **changes):
    person = build_person(
        born=born, marital_status=MaritalStatus.SINGLE, background=Background(previous_benefit=earlier), **changes
    )
    return {"applicant": person, "housing": Housing(kind=kind, since=since, prior_assurance=assurance)}


TRIALS = [
    Trial("HOU-13", "23 years old", 1, moved()),
    Trial("HOU-13", "25 on the day", 0, moved(born="2001-11-16")),
    Trial("HOU-13", "24 until tomorrow", 1, moved(born="2001-11-17")),
    Trial("HOU-13", "with assurance", 0, moved(assurance=True)),
    Trial("HOU-13", "assurance not said", 0, moved(assurance=None)),
    Trial("HOU-13", "in a home", 0, moved(kind=HousingKind.LODGING)),
    Trial("HOU-13", "birth date missing", 0, moved(born=None)),
    Trial(
        "HOU-13",
        "with a partner",
        0,
        moved() | {"household": Household(members=(build_person("p2", PersonRole.PARTNER),))},
    ),
    Trial("HOU-14", "six weeks ago", 1, moved(born="1980-01-01")),
    Trial("HOU-14", "three months ago", 0, moved(since=datetime.date(2026, 8, 16))),
    Trial("HOU-14", "a day less", 1, moved(since=datetime.date(2026, 8, 17))),
    Trial("HOU-14", "with assurance", 0, moved(assurance=True)),
    Trial("HOU-14", "day of the move missing", 0, moved(since=None)),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


@pytest.mark.parametrize(("earlier", "severity"), [(True, "W"), (False, "I"), (None, "I")])
def test_move_before_any_benefits_is_only_a_note(earlier, severity):
    finding = Trial("HOU-13", "severity", 1, moved(earlier=earlier)).findings()[0]

    assert finding.severity == Severity(severity)


def test_both_branches_are_shown_with_their_figures():
    words = str(Trial("HOU-13", "words", 1, moved()).findings()[0].caseworker)

    assert "Ohne Ausnahme: Regelbedarf 451,00 Euro" in words
    assert "Regelbedarf 563,00 Euro und Unterkunft" in words
