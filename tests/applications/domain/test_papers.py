from datetime import date

from applications.claim.evidence_item import EvidenceItem
from applications.claim.model import PaperOnFile
from applications.domain.papers import on_file, wanted, wanted_papers
from applications.enums import DocumentClass

LEASE = PaperOnFile(document_class=DocumentClass.LEASE, received_on=date(2026, 1, 2))


def test_paper_stands_once_with_its_newest_day():
    later = LEASE.model_copy(update={"received_on": date(2026, 3, 4)})

    assert on_file([LEASE, later, LEASE]) == {
        "on_file": [{"class": "LEASE", "about": None, "item": None, "section": "", "received_on": "2026-03-04"}]
    }


def test_papers_of_two_persons_stand_twice():
    found = on_file(
        PaperOnFile(document_class=DocumentClass.ID_DOC, person_id=person, received_on=date(2026, 1, 2))
        for person in ("applicant", "c1")
    )

    assert [paper["about"] for paper in found["on_file"]] == ["applicant", "c1"]


def test_nothing_is_on_file_or_wanted():
    assert (on_file([]), wanted([]), list(wanted_papers({}))) == ({}, {}, [])


def test_wanted_paper_names_whose_it_is():
    item = EvidenceItem(DocumentClass.ID_DOC, "Wer Sie sind.", "§ 60 SGB I", "c1")

    [paper] = wanted_papers(wanted([(item, "Ella")]))

    assert (paper.document_class, paper.person_id, paper.reason) == (DocumentClass.ID_DOC, "c1", "Wer Sie sind.")
    assert paper.title == "Personalausweis oder Reisepass – Ella"


def test_wanted_paper_of_a_name_of_its_own_keeps_it():
    item = EvidenceItem(DocumentClass.OTHER, "Wir bitten darum.", "§ 60 SGB I", item_id="x1", title="Schwimmpass")

    [paper] = wanted_papers(wanted([(item, "")]))

    assert (paper.title, paper.item_id) == ("Schwimmpass", "x1")
