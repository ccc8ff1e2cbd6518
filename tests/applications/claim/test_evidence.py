from datetime import date
from decimal import Decimal

import pytest

from applications.catalogue.main_application import FORM
from applications.claim.builders import build_claim as claim_of
from applications.claim.evidence import evidence_needed, is_covered, missing_evidence, unasked_evidence
from applications.claim.evidence_item import EvidenceItem
from applications.claim.matrix import MATRIX
from applications.claim.model import (
    AdditionalNeeds,
    AskedPaper,
    Background,
    BusinessMonth,
    DocumentReference,
    Evidence,
    FormerPartner,
    HealthInsurance,
    Housing,
    OtherParent,
    ParentOutside,
    PastJob,
    Representative,
    SelfEmployment,
)
from applications.enums import (
    AssetKind,
    HealthInsuranceKind,
    HousingKind,
    IncomeKind,
    MaintenanceAdvance,
    MaritalStatus,
    RepresentationKind,
)
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
from tests.factories.personas import PERSONAS

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


# Beside what everybody needs: the proofs that domain notes § 5 name, and those that help where somebody has them.
PERSONA_PROOFS = {
    "P01": (["TERMINATION_LETTER:applicant", "LEASE"], []),
    "P02": (
        ["BIRTH_CERT:c1", "UVG_NOTICE:c1", "BIRTH_CERT:c2", "UVG_NOTICE:c2", "CHILD_BENEFIT_NOTICE", "LEASE"],
        ["SEPARATION_STATEMENT:applicant"],
    ),
    "P03": (
        [
            "ID_DOC:p2",
            "HEALTH_INSURANCE_PROOF:p2",
            "HEALTH_INSURANCE_PROOF:c1",
            "SCHOOL_CERT:c1",
            "BIRTH_CERT:c2",
            "BIRTH_CERT:c3",
            "PAYSLIP:applicant",
            "CHILD_BENEFIT_NOTICE",
            "LEASE",
        ],
        ["VEHICLE_REGISTRATION:applicant:v1"],
    ),
    "P04": (["LEASE"], ["MOVE_REASON:applicant"]),
    # The statement EKS was filled in here, so nobody is asked for it on paper.
    "P05": (
        ["CONTRIBUTION_NOTICE:applicant", "TAX_ASSESSMENT:applicant", "ASSET_PROOF:applicant:a2", "LEASE"],
        [],
    ),
    "P06": (
        [
            "BENEFIT_NOTICE:applicant:pension",
            "ASSET_PROOF:applicant:a2",
            "LAND_REGISTER:applicant:r1",
            "MORTGAGE_STATEMENT:applicant:r1",
            "OWNER_COSTS",
        ],
        ["VEHICLE_REGISTRATION:applicant:v1"],
    ),
    "P12": (["LEASE"], ["VEHICLE_REGISTRATION:applicant:v1", "VEHICLE_REGISTRATION:applicant:v2"]),
}
OF_EVERYBODY = {"ID_DOC:applicant", "HEALTH_INSURANCE_PROOF:applicant", "BANK_STATEMENT"}
OF_TENANTS = {"SERVICE_CHARGE_BILL", "HEATING_BILL"}


@pytest.mark.parametrize("name", PERSONAS)
def test_persona_needs_the_proofs_that_the_situation_asks_for(name):
    on = date.fromisoformat(PERSONAS[name]["started_on"])
    claim = claim_of(FORM, PERSONAS[name], on=on)
    required, helpful = keys(claim, required=True), keys(claim, required=False)

    assert set(required) >= OF_EVERYBODY
    assert [key for key in required if key not in OF_EVERYBODY] == PERSONA_PROOFS[name][0]
    assert [key for key in helpful if key not in OF_TENANTS] == PERSONA_PROOFS[name][1]


def test_statement_on_paper_is_asked_for_where_no_month_was_filled_in():
    claim = build_claim(applicant=build_person(self_employed=True))
    filled = SelfEmployment(person_id="p1", months=(BusinessMonth(id="p1-2026-11", sales=Decimal(0)),))

    assert keys(claim)[3:] == ["EKS:p1", "TAX_ASSESSMENT:p1"]
    assert keys(claim.model_copy(update={"self_employment": (filled,)}))[3:] == ["TAX_ASSESSMENT:p1"]


def test_certificate_about_food_may_come_in_a_sealed_envelope():
    claim = build_claim(applicant=build_person(needs=AdditionalNeeds(costly_diet=True)))
    (item,) = (item for item in evidence_needed(claim) if item.document_class is Doc.MEDICAL_DIET_CERT)

    assert "verschlossenen Umschlag" in str(item.notice)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"health_insurance": HealthInsurance(kind=HealthInsuranceKind.VOLUNTARY)}, [("CONTRIBUTION_NOTICE:p1", True)]),
        ({"parent_elsewhere": ParentOutside(child_title=True)}, [("MAINTENANCE_TITLE:p1", True)]),
        ({"parent_elsewhere": ParentOutside(child_title=True), "maintenance_unsafe": True}, []),
        ({"parent_elsewhere": ParentOutside(advance=MaintenanceAdvance.PAID)}, [("UVG_NOTICE:p1", True)]),
        ({"other_parent": OtherParent(paternity_known=True)}, [("PATERNITY_PROOF:p1", False)]),
        ({"maintenance_paid_title": True}, [("MAINTENANCE_TITLE:p1", True)]),
        (
            {"background": Background(past_jobs=(PastJob(id="j1", wages_owed=True),))},
            [("CLAIM_PROOF:p1", True), ("EMPLOYMENT_CONTRACT:p1", False)],
        ),
        (
            {"background": Background(replacement_kinds=(IncomeKind.SICK_PAY,))},
            [("BENEFIT_NOTICE:p1:sick_pay", False)],
        ),
    ],
)
def test_answer_about_a_person_asks_for_its_proof(changes, expected):
    claim = build_claim(applicant=build_person(**changes))
    found = [(item.key, item.required) for item in evidence_needed(claim) if item.key not in COMMON]

    assert found == expected


@pytest.mark.parametrize(
    ("stated", "required"), [(True, [True]), (False, []), (None, [False])], ids=["title", "none", "not said"]
)
def test_title_is_required_where_there_is_one(stated, required):
    apart = build_person(marital_status=MaritalStatus.DIVORCED, former_partner=FormerPartner(former_title=stated))
    found = evidence_needed(build_claim(applicant=apart))

    assert [item.required for item in found if item.document_class is Doc.MAINTENANCE_TITLE] == required


def test_bank_statements_always_carry_the_redaction_notice():
    item = next(item for item in evidence_needed(build_claim()) if item.document_class is Doc.BANK_STATEMENT)
    assert item.notice == MATRIX[Doc.BANK_STATEMENT].notice
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
        (HousingKind.LODGING, []),
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


PAYSLIP = EvidenceItem(Doc.PAYSLIP, "", "", "p1")
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


def test_upload_that_no_answer_asks_for_is_found():
    asked = Evidence(document_class=Doc.BANK_STATEMENT, documents=FILE)
    surplus = Evidence(document_class=Doc.DISABILITY_CARD, person_id="p1", documents=FILE)
    promised = Evidence(document_class=Doc.PAYSLIP, person_id="p1", promised_later=True)

    assert unasked_evidence(build_claim(evidence=(asked, surplus, promised))) == (surplus,)


def test_paper_that_the_office_has_itself_is_never_required():
    paper = AskedPaper(document_class=Doc.DECISION, question="Welcher Bescheid?")
    claim = build_claim(is_whole=False, papers=(paper,))

    assert [item.required for item in evidence_needed(claim)] == [False]


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


OWN = AskedPaper(
    document_class=Doc.OTHER, item_id="local_1", title="Formblatt", reason="Für die Steuer.", required=True
)


def test_papers_of_the_jobcenter_come_last_with_their_own_words():
    last = evidence_needed(build_p02().model_copy(update={"papers": (OWN,)}))[-1]

    assert (last.key, last.label, last.reason, last.required) == (
        "OTHER:local_1",
        "Formblatt",
        "Für die Steuer.",
        True,
    )


def test_paper_that_is_asked_for_anyway_is_asked_for_once():
    wanted = AskedPaper(document_class=Doc.SERVICE_CHARGE_BILL, reason="Immer.", required=True)
    claim = build_p02()
    found = evidence_needed(claim.model_copy(update={"papers": (wanted,)}))
    (bill,) = [item for item in found if item.document_class is Doc.SERVICE_CHARGE_BILL]

    assert len(found) == len(evidence_needed(claim))
    assert (bill.required, str(bill.reason)) == (
        True,
        "Falls Sie schon eine Abrechnung bekommen haben: bitte die letzte.",
    )


@pytest.mark.parametrize(("item", "covered"), [("local_1", True), ("local_2", False), (None, False)])
def test_paper_of_the_jobcenter_is_covered_by_what_was_sent_for_it(item, covered):
    (paper,) = [each for each in evidence_needed(build_p02().model_copy(update={"papers": (OWN,)})) if each.title]

    assert is_covered(paper, (Evidence(document_class=Doc.OTHER, item_id=item, documents=FILE),)) is covered
