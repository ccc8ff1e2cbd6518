import pytest

from applications.catalogue.papers import asked_papers
from applications.catalogue.urgent_help import FORM
from applications.catalogue.walk import walk
from applications.enums import UrgentNeed

SHARED = {"was-fehlt", "name", "kontakt", "adresse", "rueckruf", "unterlagen"}


def pages(*needs):
    return {page.slug for page in walk(FORM, {"urgent": {"urgent_needs": list(needs)}})} - SHARED


@pytest.mark.parametrize(
    ("need", "asked"),
    [
        (UrgentNeed.FOOD, {"hilfe-sofort", "essen", "vorschuss", "zurueckzahlen"}),
        (UrgentNeed.RENT, {"hilfe-sofort", "miete", "vorschuss", "zurueckzahlen"}),
        (UrgentNeed.ENERGY, {"hilfe-sofort", "energie", "vorschuss", "zurueckzahlen"}),
        (UrgentNeed.BROKEN, {"hilfe-sofort", "kaputt", "vorschuss", "zurueckzahlen"}),
        (UrgentNeed.WAGES, {"hilfe-sofort", "lohn", "vorschuss", "zurueckzahlen"}),
        (UrgentNeed.EARLY_PAYMENT, {"hilfe-sofort", "frueher", "zurueckzahlen"}),
        (UrgentNeed.VIOLENCE, {"hilfe-sofort"}),
    ],
)
def test_only_what_a_need_makes_necessary_is_asked(need, asked):
    assert pages(need) == asked


def test_phone_comes_at_once_after_the_first_page():
    walked = walk(FORM, {"urgent": {"urgent_needs": ["food"]}})

    assert [page.slug for page in walked][:2] == ["was-fehlt", "hilfe-sofort"]


def test_letters_are_asked_for_where_they_belong_to_an_answer():
    stored = {"urgent": {"urgent_needs": ["rent"]}, "help": {"rent_debt": "980.00", "eviction_threat": False}}

    assert [paper.document_class for paper in asked_papers(walk(FORM, stored), stored)] == ["ARREARS_LETTER"]


def test_receipt_says_what_was_asked_for_by_name():
    stored = {"urgent": {"urgent_needs": ["food", "energy"]}, "help": {"advance_asked": True}}

    said = [str(words) for words in FORM.statements(FORM.read(stored))]

    assert [text.partition("(")[2] for text in said] == [
        "§ 37 Abs. 1 Satz 2, § 24 Abs. 1 SGB II).",
        "§ 22 Abs. 8 SGB II).",
        "§ 42 Abs. 1 Satz 2 SGB I).",
    ]
