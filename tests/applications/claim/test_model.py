from decimal import Decimal

import pytest
from pydantic import ValidationError

from applications.claim.model import (
    BankAccount,
    Claim,
    DocumentReference,
    Evidence,
    Income,
    Person,
)
from applications.enums import DocumentClass, IncomeKind, PersonRole
from tests.factories.claims import build_claim, build_p02, build_person


def test_claim_of_an_empty_application_validates():
    claim = Claim(form="main_application", applicant=Person(id="p1", role=PersonRole.APPLICANT))
    assert claim.bank == BankAccount()
    assert claim.persons == (claim.applicant,)


def test_claim_survives_json_unchanged():
    claim = build_p02()
    assert Claim.model_validate_json(claim.model_dump_json()) == claim


def test_claim_cannot_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        build_claim().remarks = "neu"


def test_claim_refuses_unknown_keys():
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Claim.model_validate({"form": "x", "applicant": build_person(), "favourite_colour": "blau"})


def test_amount_refuses_a_float():
    with pytest.raises(ValidationError, match="exact decimals"):
        Income(id="i1", person_id="p1", kind=IncomeKind.MINIJOB, gross=0.1)


def test_amount_is_text_in_json():
    income = Income(id="i1", person_id="p1", kind=IncomeKind.MINIJOB, gross=Decimal("420.50"))
    assert income.model_dump(mode="json")["gross"] == "420.50"


@pytest.mark.parametrize("amount", ["1.5", '"NaN"', '"viel"', "true"])
def test_amount_refuses_what_is_not_exact_in_json(amount):
    with pytest.raises(ValidationError):
        Income.model_validate_json(f'{{"id": "i1", "person_id": "p1", "kind": "minijob", "gross": {amount}}}')


def test_income_amount_prefers_net():
    income = Income(id="i1", person_id="p1", kind=IncomeKind.MINIJOB, gross=Decimal(500), net=Decimal(480))
    assert income.amount == Decimal(480)


def test_housing_gross_cold_rent_is_unknown_while_a_part_is_missing():
    home = build_p02().housing
    assert home.gross_cold_rent == Decimal(660)
    assert home.model_copy(update={"operating_costs": None}).gross_cold_rent is None


def test_person_is_found_by_id_and_missing_ones_are_none():
    claim = build_p02()
    assert claim.person("p3").first_name == "Finn"
    assert claim.person("removed") is None


def test_incomes_of_one_person_only():
    assert [income.net for income in build_p02().incomes_of("p2")] == [Decimal(227)]


def test_persons_as_keeps_the_order_of_the_form():
    assert [person.id for person in build_p02().persons_as(PersonRole.CHILD)] == ["p2", "p3"]


def test_display_name_leaves_out_what_is_missing():
    assert build_person(first_name=None).display_name == "Albers"


def test_evidence_names_its_files():
    file = DocumentReference(id="d1", name="Auszug.pdf", sha256="0" * 64, pages=3)
    evidence = Evidence(document_class=DocumentClass.BANK_STATEMENT, documents=(file,))
    assert Evidence.model_validate_json(evidence.model_dump_json()) == evidence
