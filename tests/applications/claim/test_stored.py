import pytest

from applications.catalogue.main_application import FORM
from applications.claim.builders import build_claim
from applications.claim.stored import read_claim
from tests.factories.personas import P03


def handed_in():
    return build_claim(FORM, P03).model_dump(mode="json")


def test_claim_is_read_as_it_was_handed_in():
    assert read_claim(handed_in()) == build_claim(FORM, P03)


def test_claim_of_the_first_version_is_read_without_what_nobody_filled():
    first = handed_in() | {"schema_version": 1, "explanations": []}
    first["assets"]["total_stated"] = None
    for income in first["incomes"]:
        income["receipt_month"] = None
    for deduction in first["deductions"]:
        deduction["note"] = None

    assert read_claim(first) == build_claim(FORM, P03)


def test_document_of_the_first_version_with_gaps_is_read():
    first = {"schema_version": 1, "form": "x", "applicant": {"id": "applicant", "role": "applicant"}}

    assert read_claim(first).incomes == ()


@pytest.mark.parametrize("data", [{}, {"schema_version": 1}, {"text": "Bitte um Rückruf"}])
def test_other_data_is_no_claim(data):
    with pytest.raises(ValueError, match="validation error"):
        read_claim(data)
