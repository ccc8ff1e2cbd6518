from datetime import date

import pytest

from applications.claim.model import AdditionalNeeds, DocumentReference, Evidence, PaperOnFile, Supplement
from applications.enums import DocumentClass as Doc
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_claim, build_person, with_promised_evidence

FILE = (DocumentReference(id="d1", name="a.pdf"),)
ALL = with_promised_evidence(build_claim()).evidence


ILL = build_person(needs=AdditionalNeeds(disability_card=True))


def filed(**changes):
    return PaperOnFile(document_class=Doc.ID_DOC, person_id="p1", received_on=date(2026, 1, 2), **changes)


ON_FILE = (filed(),)
OVER = (filed(until=date(2026, 1, 31)),)
STATEMENTS = PaperOnFile(document_class=Doc.BANK_STATEMENT, received_on=date(2026, 1, 2), counts=False)


def card(file="d1", sha256=None, **changes):
    return Evidence(
        document_class=Doc.ID_DOC, documents=(DocumentReference(id=file, name=f"{file}.pdf", sha256=sha256),), **changes
    )


def handed_in(*classes):
    return tuple(Evidence(document_class=name, documents=FILE) for name in classes)


TRIALS = [
    Trial("EVD-01", "nothing handed in", 3),
    Trial("EVD-01", "date missing too", 3, {"application_date": None}),
    Trial("EVD-01", "one handed in", 2, {"evidence": handed_in(Doc.BANK_STATEMENT)}),
    Trial("EVD-01", "all promised", 0, {"evidence": ALL}),
    Trial("EVD-01", "one in the file already", 2, {"on_file": ON_FILE}),
    Trial("EVD-01", "added to something", 0, {"supplement": Supplement()}),
    Trial("EVD-05", "one in the file already", 1, {"on_file": ON_FILE}),
    Trial("EVD-05", "in the file, and too old", 0, {"on_file": OVER}),
    Trial("EVD-05", "in the file, and a newer one came", 0, {"on_file": ON_FILE, "evidence": (card(person_id="p1"),)}),
    Trial("EVD-05", "nothing in the file", 0),
    Trial("EVD-07", "health, and nobody asked", 1, {"evidence": handed_in(Doc.DISABILITY_CARD)}),
    Trial("EVD-07", "health, and asked for", 0, {"applicant": ILL, "evidence": handed_in(Doc.DISABILITY_CARD)}),
    Trial("EVD-07", "nobody asked, and harmless", 0, {"evidence": handed_in(Doc.LEASE)}),
    Trial(
        "EVD-07", "only promised", 0, {"evidence": (Evidence(document_class=Doc.DISABILITY_CARD, promised_later=True),)}
    ),
    Trial("EVD-07", "no papers", 0),
    Trial("EVD-08", "of somebody who is not there", 1, {"evidence": (card(person_id="p9"),)}),
    Trial("EVD-08", "of the applicant", 0, {"evidence": (card(person_id="p1"),)}),
    Trial("EVD-08", "of nobody in particular", 0, {"evidence": (card(),)}),
    Trial("EVD-10", "two files with the same content", 1, {"evidence": (card("d1", "a" * 64), card("d2", "a" * 64))}),
    Trial("EVD-10", "one file for two papers", 0, {"evidence": (card("d1", "a" * 64), card("d1", "a" * 64))}),
    Trial("EVD-10", "two files that differ", 0, {"evidence": (card("d1", "a" * 64), card("d2", "b" * 64))}),
    Trial("EVD-11", "over", 1, {"on_file": OVER}),
    Trial("EVD-11", "still good", 0, {"on_file": ON_FILE}),
    Trial("EVD-11", "over, and a newer one came", 0, {"on_file": OVER, "evidence": (card(person_id="p1"),)}),
    Trial("EVD-11", "over, and not needed any more", 0, {"is_whole": False, "on_file": OVER}),
    Trial("EVD-11", "shows a period, so it is new each time", 0, {"on_file": (STATEMENTS,)}),
    Trial("EVD-11", "over, for what adds to something", 0, {"on_file": OVER, "supplement": Supplement()}),
    Trial("EVD-11", "nothing in the file", 0),
    Trial("EVD-10", "content not known", 0, {"evidence": (card("d1"), card("d2"))}),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_missing_proof_is_named_with_its_person_and_may_follow_later():
    findings = TRIALS[0].findings()
    expected = "Es fehlt noch: Personalausweis oder Reisepass für Jonas Albers. Sie können das auch später bringen."
    assert str(findings[0].claimant) == expected
    assert [ref for finding in findings for ref in finding.refs] == [
        "evidence[ID_DOC:p1]",
        "evidence[HEALTH_INSURANCE_PROOF:p1]",
        "evidence[BANK_STATEMENT]",
    ]


def test_proof_of_the_household_names_nobody():
    finding = TRIALS[0].findings()[2]
    assert (str(finding.caseworker), finding.person_id) == ("Kontoauszüge", None)


def trial(rule_id, case):
    (found,) = next(each for each in TRIALS if (each.rule_id, each.case) == (rule_id, case)).findings()
    return found


def test_paper_in_the_file_is_named_with_its_day_to_staff_only():
    found = trial("EVD-05", "one in the file already")

    assert str(found.caseworker) == (
        "Liegt schon vor und gilt noch: Personalausweis oder Reisepass – Jonas Albers (02.01.2026). "
        "Bitte nicht noch einmal anfordern."
    )
    assert (found.claimant, found.refs) == (None, ("evidence[ID_DOC:p1]",))


def test_restricted_paper_is_sealed_or_deleted_and_the_person_may_decide():
    found = trial("EVD-07", "health, and nobody asked")

    assert str(found.caseworker) == "Schwerbehindertenausweis: Danach hat niemand gefragt. Bitte siegeln oder löschen."
    assert str(found.claimant) == ("Das brauchen wir nicht von Ihnen: Schwerbehindertenausweis. Dürfen wir es löschen?")


def test_same_files_are_named_once():
    found = trial("EVD-10", "two files with the same content")

    assert str(found.caseworker) == "Diese Dateien haben denselben Inhalt: d1.pdf, d2.pdf."
    assert found.refs == ("evidence[ID_DOC]",)


def test_paper_that_is_too_old_is_named_with_its_day():
    found = trial("EVD-11", "over")

    assert str(found.claimant) == (
        "Personalausweis oder Reisepass: Was wir haben, ist vom 02.01.2026. Bitte schicken Sie den neuesten Stand."
    )
