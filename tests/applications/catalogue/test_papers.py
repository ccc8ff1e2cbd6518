import pytest
from msgspec.structs import replace

from applications.catalogue.kinds import Text, YesNo
from applications.catalogue.main_application import FORM
from applications.catalogue.papers import asked_papers
from applications.catalogue.structure import Section, Step
from applications.catalogue.walk import walk
from applications.enums import DocumentClass

LETTER = Text("letter", "Schreiben?", proof=(DocumentClass.OTHER,), basis="§ 44 SGB X")
CARD = YesNo("card", "Ausweis?", proof_if_there=(DocumentClass.DISABILITY_CARD,))
ASKED = replace(FORM, sections=(Section("you", "Sie", (Step("eins", "Eins", (LETTER, CARD)),)),), layouts={})


def papers(**values):
    stored = {"you": values}
    return asked_papers(walk(ASKED, stored), stored)


def test_paper_belongs_to_the_answer_that_names_it():
    (paper,) = papers(letter="Bescheid vom 1. Mai")

    assert (paper.document_class, paper.question, paper.legal_basis, paper.required) == (
        DocumentClass.OTHER,
        "Schreiben?",
        "§ 44 SGB X",
        True,
    )


@pytest.mark.parametrize("values", [{}, {"letter": "", "card": False}, {"letter": None}])
def test_without_an_answer_no_paper_is_asked_for(values):
    assert papers(**values) == ()


def test_paper_that_only_helps_is_not_required():
    assert [(paper.document_class, paper.required) for paper in papers(card=True)] == [
        (DocumentClass.DISABILITY_CARD, False)
    ]


def test_paper_is_about_the_person_of_the_page():
    asked = replace(FORM, sections=FORM.sections, layouts={})
    stored = {"needs": {"people": [{"id": "applicant", "situations": ["disability"], "participation_benefits": True}]}}

    found = [paper for paper in asked_papers(walk(asked, stored), stored) if paper.question.startswith("Gibt es Leist")]

    assert [(paper.person_id, paper.item_id) for paper in found] == [("applicant", None)]
