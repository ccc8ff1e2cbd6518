import pytest

from applications.claim.evidence import REDACTION_NOTICE, evidence_needed, is_covered, missing_evidence
from applications.claim.evidence_item import EvidenceItem
from applications.claim.model import AskedPaper, DocumentReference, Evidence, Housing, Representative
from applications.enums import AssetKind, HousingKind, IncomeKind, RepresentationKind
from applications.enums import DocumentClass as Doc
from tests.factories.claims import (
    Assets,
    build_asset,
    build_claim,
    build_income,
    build_p01,
    build_p02,
    build_p03,
    build_person,
)

COMMON = ["ID_DOC:p1", "HEALTH_INSURANCE_PROOF:p1", "BANK_STATEMENT"]


def keys(claim, required=None):
    return [item.key for item in evidence_needed(claim) if required is None or item.required is required]


def test_persona_p01_needs_lease_and_end_of_job():
    expected = ["ID_DOC:p1", "HEALTH_INSURANCE_PROOF:p1", "TERMINATION_LETTER:p1", "BANK_STATEMENT", "LEASE"]
    assert keys(build_p01(), required=True) == expected


def test_persona_p02_needs_notices_for_the_children():
    expected = ["ID_DOC:p1", "HEALTH_INSURANCE_PROOF:p1", "BIRTH_CERT:p2", "BIRTH_CERT:p3", "BANK_STATEMENT"]
    assert keys(build_p02(), required=True) == [
        *expected,
        "UVG_NOTICE:p2",
        "UVG_NOTICE:p3",
        "CHILD_BENEFIT_NOTICE",
        "LEASE",
    ]


def test_persona_p03_needs_payslips_and_school_certificate():
    found = keys(build_p03(), required=True)
    assert found[4:6] == ["HEALTH_INSURANCE_PROOF:p3", "SCHOOL_CERT:p3"]
    assert found[8:] == ["BANK_STATEMENT", "PAYSLIP:p1", "CHILD_BENEFIT_NOTICE", "LEASE"]


def test_bank_statements_always_carry_the_redaction_notice():
    item = next(item for item in evidence_needed(build_claim()) if item.document_class is Doc.BANK_STATEMENT)
    assert item.notice == REDACTION_NOTICE
    assert item.reason == "Wir brauchen die Kontoauszüge der letzten 3 Monate von allen Konten und allen Personen."


def test_application_without_a_date_asks_no_question_by_age():
    claim = build_p02().model_copy(update={"application_date": None})
    assert [key for key in keys(claim) if key.startswith("BIRTH_CERT")] == []


@pytest.mark.parametrize(
    ("nationality", "expected"),
    [("DE", []), (None, []), ("syrisch", []), ("SY", ["RESIDENCE_PERMIT:p1"]), ("PL", ["EU_REGISTRATION:p1"])],
)
def test_residence_proof_follows_the_country_chosen(nationality, expected):
    claim = build_claim(applicant=build_person(nationality=nationality))
    assert [key for key in keys(claim) if key not in COMMON] == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (HousingKind.SUBLET, ["SUBLEASE"]),
        (HousingKind.OWNED, ["OWNER_COSTS"]),
        (HousingKind.NONE, []),
        (None, []),
    ],
)
def test_home_proof_follows_the_kind_of_dwelling(kind, expected):
    claim = build_claim(housing=Housing(kind=kind))
    assert [key for key in keys(claim) if key not in COMMON] == expected


def test_no_lease_is_asked_for_without_housing_costs():
    claim = build_claim(housing=Housing(kind=HousingKind.RENTED, has_costs=False))
    assert keys(claim) == COMMON


def test_arrears_and_eviction_ask_for_the_letters():
    claim = build_claim(housing=Housing(arrears=True, eviction_threat=True))
    assert keys(claim)[3:] == ["ARREARS_LETTER", "EVICTION_NOTICE"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (IncomeKind.PENSION, ["BENEFIT_NOTICE:p1:pension"]),
        (IncomeKind.SELF_EMPLOYMENT, ["EKS:p1", "TAX_ASSESSMENT:p1"]),
        (IncomeKind.MINIJOB, ["PAYSLIP:p1"]),
        (IncomeKind.INTEREST, []),
    ],
)
def test_income_proof_follows_its_kind(kind, expected):
    assert keys(build_claim(incomes=(build_income(kind, 100),)))[3:] == expected


def test_benefit_applied_for_is_optional():
    claim = build_claim(applicant=build_person(benefits_applied_for=(IncomeKind.HOUSING_BENEFIT,)))
    assert keys(claim, required=False) == ["BENEFIT_NOTICE:p1:housing_benefit"]


def test_asset_proof_is_one_per_thing_and_none_for_cash():
    items = (build_asset(100, AssetKind.CASH), build_asset(900, AssetKind.SAVINGS))
    assert keys(build_claim(assets=Assets(items=items)))[3:] == ["ASSET_PROOF:p1:a-savings"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(RepresentationKind.GUARDIAN, "GUARDIANSHIP_ORDER"), (RepresentationKind.AUTHORISED, "POWER_OF_ATTORNEY")],
)
def test_representative_shows_the_right_to_act(kind, expected):
    assert keys(build_claim(representative=Representative(kind=kind)))[0] == expected


def test_danger_of_violence_removes_the_question_for_maintenance_papers():
    sander = build_p02()
    safe = sander.model_copy(update={"applicant": sander.applicant.model_copy(update={"maintenance_unsafe": True})})
    assert {"SEPARATION_STATEMENT:p1", "MAINTENANCE_TITLE:p1"} == set(keys(sander)) - set(keys(safe))


PAYSLIP = EvidenceItem(Doc.PAYSLIP, "", "", "p1", alternatives=(Doc.INCOME_CERT,))
FILE = (DocumentReference(id="d1", name="a.pdf"),)


@pytest.mark.parametrize(
    ("evidence", "covered"),
    [
        (Evidence(document_class=Doc.PAYSLIP, person_id="p1", documents=FILE), True),
        (Evidence(document_class=Doc.INCOME_CERT, documents=FILE), True),
        (Evidence(document_class=Doc.PAYSLIP, person_id="p1", promised_later=True), True),
        (Evidence(document_class=Doc.PAYSLIP, person_id="p1"), False),
        (Evidence(document_class=Doc.PAYSLIP, person_id="p2", documents=FILE), False),
        (Evidence(document_class=Doc.LEASE, documents=FILE), False),
    ],
)
def test_item_is_covered_by_class_alternative_or_promise(evidence, covered):
    assert is_covered(PAYSLIP, (evidence,)) is covered


def test_missing_evidence_is_empty_when_all_is_promised():
    assert missing_evidence(build_p02()) == ()


def test_missing_evidence_leaves_out_what_is_optional():
    claim = build_p01().model_copy(update={"evidence": ()})
    assert [item.key for item in missing_evidence(claim)] == keys(claim, required=True)


def test_form_that_asks_about_less_needs_the_papers_its_questions_name():
    paper = AskedPaper(document_class=Doc.LEASE, question="Neue Wohnung?", required=False)
    part = build_p02().model_copy(update={"is_whole": False, "papers": (paper,)})

    assert [(item.key, str(item.reason), item.required) for item in evidence_needed(part)] == [
        ("LEASE", "Zu Ihrer Angabe: „Neue Wohnung?“", False)
    ]
