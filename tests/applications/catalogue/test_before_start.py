from applications.catalogue.before_start import expected_papers
from applications.catalogue.kinds import Text, YesNo
from applications.catalogue.main_application import FORM as MAIN
from applications.catalogue.main_application.evidence import EVIDENCE
from applications.catalogue.structure import ApplicationType, Section, Step
from applications.enums import DocumentClass

LEASE, BILL, CARD = DocumentClass.LEASE, DocumentClass.HEATING_BILL, DocumentClass.DISABILITY_CARD


def form(*steps, sections=(EVIDENCE,)):
    return ApplicationType("x", "X", "1", (Section("a", "A", steps), *sections), people=lambda _answers: ())


def test_paper_of_a_page_for_everybody_is_always_expected():
    papers = expected_papers(form(Step("a", "A", (Text("rent", "Miete", proof=(LEASE,)),))))

    assert [paper.document_class for paper in papers.always] == [LEASE]
    assert papers.sometimes == ()


def test_paper_of_a_page_with_a_condition_says_when():
    page = Step("a", "A", (Text("rent", "Miete", proof=(LEASE,)),), applies_when=bool, when="wenn Sie mieten")

    [paper] = expected_papers(form(page)).sometimes

    assert (paper.document_class, paper.when) == (LEASE, "wenn Sie mieten")


def test_paper_that_may_help_and_that_of_a_follow_up_question_are_not_for_everybody():
    questions = (
        YesNo("ill", "Krank?", proof_if_there=(CARD,)),
        Text("bill", "Rechnung", needed_if=bool, needed_when="bei Heizöl", proof=(BILL,)),
    )

    papers = expected_papers(form(Step("a", "A", questions)))

    assert [(paper.document_class, paper.when) for paper in papers.sometimes] == [(CARD, ""), (BILL, "bei Heizöl")]


def test_each_kind_stands_once_and_certain_ones_win():
    sometimes = Step("a", "A", (Text("x", "X", proof=(LEASE,)),), applies_when=bool)
    always = Step("b", "B", (Text("y", "Y", proof=(LEASE,)),))

    papers = expected_papers(form(sometimes, always))

    assert ([paper.document_class for paper in papers.always], papers.sometimes) == ([LEASE], ())


def test_form_without_a_page_for_papers_expects_none():
    assert not expected_papers(form(Step("a", "A", (Text("x", "X", proof=(LEASE,)),)), sections=()))


def test_application_for_a_household_expects_what_is_asked_before_any_answer():
    names = [paper.document_class for paper in expected_papers(MAIN).always]

    assert names[:3] == [DocumentClass.ID_DOC, DocumentClass.HEALTH_INSURANCE_PROOF, DocumentClass.BANK_STATEMENT]


def test_paper_says_what_does_as_well():
    [paper] = expected_papers(form(Step("a", "A", (Text("rent", "Miete", proof=(LEASE,)),)))).always

    assert paper.instead == "Mietbescheinigung"


def test_what_the_office_has_itself_is_not_expected():
    question = Text("decision", "Bescheid", proof_if_there=(DocumentClass.DECISION,))

    assert not expected_papers(form(Step("a", "A", (question,))))
