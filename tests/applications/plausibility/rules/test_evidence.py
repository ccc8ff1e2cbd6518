import pytest

from applications.claim.model import DocumentReference, Evidence
from applications.enums import DocumentClass as Doc
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_claim, with_promised_evidence

FILE = (DocumentReference(id="d1", name="a.pdf"),)
ALL = with_promised_evidence(build_claim()).evidence


def handed_in(*classes):
    return tuple(Evidence(document_class=name, documents=FILE) for name in classes)


TRIALS = [
    Trial("EVD-01", "nothing handed in", 3),
    Trial("EVD-01", "date missing too", 3, {"application_date": None}),
    Trial("EVD-01", "one handed in", 2, {"evidence": handed_in(Doc.BANK_STATEMENT)}),
    Trial("EVD-01", "all promised", 0, {"evidence": ALL}),
    Trial("EVD-01", "all in the file already", 0, {}, {"known_documents": ALL}),
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
