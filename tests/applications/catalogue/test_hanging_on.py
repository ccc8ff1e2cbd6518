from applications.catalogue.hanging_on import goes_along, papers_about
from applications.catalogue.main_application import FORM
from applications.catalogue.walk import find, walk
from tests.factories.personas import P02, fresh


def along(answers, slug, item):
    walked = walk(FORM, answers)
    return goes_along(FORM, walked, answers, find(walked, slug), item)


def test_what_hangs_on_a_person_is_named():
    found = along(fresh(P02), "personen", "c1")

    assert "Antworten im Abschnitt „Arbeit und Einkommen“" in found
    assert [words for words in found if words.startswith("Einkommen: ")] != []


def test_nothing_hangs_on_an_income():
    assert along(fresh(P02), "einkommen-applicant", "i1") == ()


def test_files_about_a_person_are_named_once():
    proof = {"class": "BIRTH_CERT", "about": "c1", "documents": ["d1"]}
    promised = {"class": "SCHOOL_CERT", "about": "c1", "choice": "later"}
    stored = {"evidence": {"proofs": [proof | {"id": "1"}, proof | {"id": "2"}, promised | {"id": "3"}]}}

    assert papers_about(stored, "c1") == ("Geburtsurkunde",)
    assert papers_about(stored, "c2") == ()
