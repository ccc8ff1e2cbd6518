from applications.claim.evidence_item import EvidenceItem
from applications.domain.wanted import wanted, wanted_papers
from applications.enums import DocumentClass


def test_nothing_is_wanted():
    assert (wanted([]), list(wanted_papers({}))) == ({}, [])


def test_wanted_paper_names_whose_it_is():
    item = EvidenceItem(DocumentClass.ID_DOC, "Wer Sie sind.", "§ 60 SGB I", "c1")

    [paper] = wanted_papers(wanted([(item, "Ella")]))

    assert (paper.document_class, paper.person_id, paper.reason) == (DocumentClass.ID_DOC, "c1", "Wer Sie sind.")
    assert paper.title == "Personalausweis oder Reisepass – Ella"


def test_wanted_paper_of_a_name_of_its_own_keeps_it():
    item = EvidenceItem(DocumentClass.OTHER, "Wir bitten darum.", "§ 60 SGB I", item_id="x1", title="Schwimmpass")

    [paper] = wanted_papers(wanted([(item, "")]))

    assert (paper.title, paper.item_id) == ("Schwimmpass", "x1")
