import pytest

from applications.catalogue.compose import compose, current_version, forms
from applications.catalogue.renewal.household import HOUSEHOLD
from applications.claim.matrix import MATRIX, Span, is_restricted
from applications.enums import DocumentClass as Doc
from portal.law.parameter import all_keys

RESTRICTED = {
    Doc.PREGNANCY_PROOF,
    Doc.MEDICAL_DIET_CERT,
    Doc.PARTICIPATION_NOTICE,
    Doc.DISABILITY_CARD,
    Doc.SPECIAL_NEED_PROOF,
    Doc.INSTITUTION_CERT,
    Doc.ACCIDENT_REPORT,
    Doc.PRESCRIPTION,
}


def test_every_class_has_one_line():
    assert set(MATRIX) == set(Doc)


def test_health_and_detention_are_restricted():
    assert {kind for kind in Doc if is_restricted(kind.value)} == RESTRICTED


def test_code_that_is_unknown_is_not_restricted():
    assert is_restricted("") is False


def test_statements_are_never_asked_for_without_the_redaction_notice():
    notice = str(MATRIX[Doc.BANK_STATEMENT].notice)

    assert "Der Betrag muss lesbar bleiben. Einnahmen dürfen Sie nicht schwärzen." in notice


def test_paper_hangs_on_a_section_there_is():
    sections = {paper.keeps.section for paper in MATRIX.values() if paper.keeps}

    assert sections <= {"", *(section.key for section in HOUSEHOLD)}


def test_figures_of_the_matrix_are_known():
    used = {f"papers.valid_months.{span}" for span in Span} | {
        paper.period for paper in MATRIX.values() if paper.period
    }

    assert used <= set(all_keys())


def test_what_must_cover_a_period_of_every_application_is_not_kept():
    kept = {kind for kind, paper in MATRIX.items() if paper.period and paper.keeps}

    assert kept == {Doc.OWNER_COSTS}  # a year's bills serve for a year


@pytest.mark.parametrize("key", sorted({key for key, _version in forms()}))
def test_no_question_requires_what_the_office_has_itself(key):
    form = compose(key, current_version(key))

    assert [
        path for path, question in form.questions() if any(MATRIX[kind].office_has for kind in question.proof)
    ] == []
