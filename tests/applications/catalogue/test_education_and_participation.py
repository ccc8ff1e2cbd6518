import pytest

from applications.catalogue.education_and_participation import FORM
from applications.catalogue.papers import asked_papers
from applications.catalogue.walk import walk

LEA = {"id": "c1", "first_name": "Lea", "school": "school"}


def stored(*kinds, **needs):
    return {
        "started_on": "2026-11-26",
        "you": {"birth_date": "1990-05-02"},
        "children": {"children": [LEA]},
        "education": {"pupils": [{"id": "c1", "kinds": list(kinds), **needs}]},
    }


@pytest.mark.parametrize(
    ("kind", "slugs"),
    [
        ("trip", ["ausflug-c1"]),
        ("class_trip", ["klassenfahrt-c1"]),
        ("supplies", []),
        ("transport", ["schulweg-c1"]),
        ("tutoring", ["nachhilfe-c1"]),
        ("lunch", ["mittagessen-c1"]),
        ("participation", ["mitmachen-c1"]),
    ],
)
def test_each_kind_has_its_page_for_the_child(kind, slugs):
    asked = [page.slug for page in walk(FORM, stored(kind)) if page.section.key == "education"]

    assert asked == ["bedarf-c1", *slugs]


def test_page_says_whom_it_is_about():
    walked = walk(FORM, stored("trip"))

    assert [page.heading for page in walked if page.slug == "ausflug-c1"] == ["Ausflug von Lea"]


def test_paper_belongs_to_the_child():
    answers = stored("lunch", lunch_by="Mensa")
    (paper,) = asked_papers(walk(FORM, answers), answers)

    assert (paper.document_class, paper.person_id, paper.item_id) == ("LUNCH_PROOF", "c1", None)


def test_young_applicant_may_ask_for_oneself_alone():
    answers = stored() | {"you": {"birth_date": "2006-05-02"}, "children": {"for_me": True, "for_children": False}}

    walked = [page.slug for page in walk(FORM, answers) if page.section.key in {"children", "education"}]

    assert walked == ["fuer-wen", "eigene-schule", "bedarf-applicant"]


def test_older_applicant_is_not_asked_about_an_own_school():
    assert "fuer-wen" not in {page.slug for page in walk(FORM, stored())}


@pytest.mark.parametrize(("kind", "number"), [("tutoring", 1), ("lunch", 0)])
def test_receipt_names_tutoring_which_must_be_asked_for_by_name(kind, number):
    assert len(list(FORM.statements(FORM.read(stored(kind))))) == number
