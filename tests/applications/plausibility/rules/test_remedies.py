from datetime import date

import pytest

from applications.claim.objection import Objection
from applications.enums import HandedIn
from tests.applications.plausibility.rules.trial import Trial

KNOWN = {"objection": Objection(decision_on=date(2026, 11, 13), received_on=date(2026, 11, 16))}
DONE = {"objection": Objection(received_on=date(2026, 11, 16), handed_in=HandedIn.SIGNED)}
OLD = {"objection": Objection(received_on=date(2026, 9, 16), handed_in=HandedIn.NO)}
TRIALS = [
    Trial("PROC-08", "both days", 1, KNOWN),
    Trial("PROC-08", "no day", 0, {"objection": Objection()}),
    Trial("PROC-08", "no objection", 0),
    Trial("PROC-09", "portal only", 1, KNOWN),
    Trial("PROC-09", "no day", 1, {"objection": Objection()}),
    Trial("PROC-09", "signed on paper, too", 0, DONE),
    Trial("PROC-09", "no objection", 0),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_staff_are_asked_to_call_and_the_person_reads_the_way_and_the_day():
    finding = Trial("PROC-09", "text", 1, KNOWN).findings()[0]

    assert "Bitte gleich anrufen und sagen, wie er bis zum 16.12.2026 gültig wird" in str(finding.caseworker)
    assert str(finding.claimant).endswith("Sicher rechtzeitig ist das bis zum 16.12.2026.")


def test_late_objection_is_not_turned_away():
    finding = Trial("PROC-09", "late", 1, OLD).findings()[0]

    assert "Wiedereinsetzung (§ 67 SGG)" in str(finding.caseworker)
    assert "Schicken Sie den Widerspruch trotzdem" in str(finding.claimant)


def test_deadline_names_both_days_and_its_figure():
    finding = Trial("PROC-08", "text", 1, KNOWN).findings()[0]

    assert finding.caseworker.data == {"notified": "16.11.2026", "until": "16.12.2026"}
    assert "procedure.objection.months" in {used.key for used in finding.parameters}
