import datetime
import uuid

import pytest

from applications.catalogue.main_application import FORM
from applications.domain.draft import Course
from applications.domain.evidence import (
    EvidenceCount,
    count_evidence,
    evidence_lines,
    references,
    sent_by_helpers,
    with_document,
    without_documents,
)
from applications.enums import DocumentClass
from tests.factories.documents import DocumentFactory
from tests.factories.personas import P01, P02, fresh

ON = datetime.date(2026, 11, 22)


def lines_of(answers, documents=None):
    course, documents = Course(FORM, answers), documents or {}
    claim = course.claim(on=ON, documents=references(documents))
    return {line.key: line for line in evidence_lines(claim, answers, documents, course.people)}


def test_lines_name_the_person_only_where_there_are_several():
    assert lines_of(fresh(P01))["ID_DOC:applicant"].title == "Personalausweis oder Reisepass"
    assert lines_of(fresh(P02))["UVG_NOTICE:c1"].title == "Bescheid über Unterhaltsvorschuss – Ella"


def test_anything_else_is_always_last_and_voluntary():
    line = list(lines_of(fresh(P01)).values())[-1]

    assert (line.item.document_class, line.item.required) == (DocumentClass.OTHER, False)


def test_line_says_what_was_promised():
    answers = fresh(P01) | {"evidence": {"proofs": [{"id": "LEASE", "class": "LEASE", "choice": "later"}]}}

    line = lines_of(answers)["LEASE"]

    assert (line.is_settled, line.words) == (True, "Ich schicke es später.")


@pytest.mark.django_db
def test_line_holds_uploaded_files():
    document = DocumentFactory(name="vertrag.pdf")
    proof = {"id": "LEASE", "class": "LEASE", "documents": [str(document.pk), "gone"]}
    line = lines_of(fresh(P01) | {"evidence": {"proofs": [proof]}}, {str(document.pk): document})["LEASE"]

    assert (line.documents, line.words) == ((document,), "vertrag.pdf")


def test_required_papers_are_counted():
    answers = fresh(P01) | {
        "evidence": {
            "proofs": [
                {"id": "LEASE", "class": "LEASE", "documents": ["d1"]},
                {"id": "BANK_STATEMENT", "class": "BANK_STATEMENT", "choice": "later", "documents": ["gone"]},
                {"id": "ID_DOC:applicant", "class": "ID_DOC", "choice": "not_available"},
                {"id": "HEATING_BILL", "class": "HEATING_BILL", "documents": ["d1"]},
            ]
        }
    }

    count = count_evidence(Course(FORM, answers).claim(on=ON), answers, {"d1"})

    assert count == EvidenceCount(total=5, there=1, later=1, open=2)


def test_documents_join_and_leave_a_line():
    item = lines_of(fresh(P01))["LEASE"].item
    joined = with_document({"choice": "later"}, item, "d1")

    assert joined == {"class": "LEASE", "about": None, "item": None, "documents": ["d1"], "choice": None}
    assert with_document(joined, item, "d1")["documents"] == ["d1"]
    assert without_documents(joined, {"d1"})["documents"] == []


@pytest.mark.django_db
def test_what_a_helper_has_sent_stands_at_anything_else_until_it_has_its_line():
    sent, own = DocumentFactory(name="lohn.pdf"), DocumentFactory(name="miete.pdf")
    sent.uploaded_by_standing_id = uuid.uuid4()
    documents = {str(each.pk): each for each in (sent, own)}
    assert lines_of(fresh(P01), documents)["OTHER"].documents == (sent,)
    proof = {"id": "LEASE", "class": "LEASE", "documents": [str(sent.pk)]}
    placed = fresh(P01) | {"evidence": {"proofs": [proof]}}
    assert sent_by_helpers(placed, documents) == []
    assert lines_of(placed, documents)["OTHER"].documents == ()


@pytest.mark.django_db
def test_files_that_are_one_document_by_now_are_one_line_of_it():
    whole = DocumentFactory()
    proof = {"id": "LEASE", "class": "LEASE", "documents": ["page1", "page2"]}
    answers = {"evidence": {"proofs": [proof]}}

    assert lines_of(answers, {"page1": whole, "page2": whole})["LEASE"].documents == (whole,)
