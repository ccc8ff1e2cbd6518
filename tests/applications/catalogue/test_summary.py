from applications.catalogue.main_application import FORM
from applications.catalogue.summary import summarise
from applications.catalogue.walk import walk
from tests.factories.personas import P02, fresh


def blocks(stored):
    parts = summarise(walk(FORM, stored), stored, FORM.names(FORM.read(stored)))
    return {
        block.slug: {str(entry.label): entry.value for entry in block.entries}
        for part in parts
        for block in part.blocks
    }


def test_answers_are_in_words():
    assert blocks(fresh(P02))["kind-c1"] == {
        "Wer von Ihnen ist Mutter oder Vater?": "Miriam Sander",
        "Wie oft ist das Kind bei Ihnen?": "immer hier",
        "Lebt ein Elternteil woanders?": "Ja",
        "Wäre es für Sie oder das Kind gefährlich, wenn wir den anderen Elternteil fragen?": "Nein",
    }


def test_nothing_of_that_is_an_answer():
    assert blocks(fresh(P02))["situation-c1"] == {"Was trifft zu?": "Nichts davon"}


def test_voluntary_question_without_answer_is_left_out():
    assert "Geburtsname" not in blocks(fresh(P02))["name"]


def test_missing_answer_is_shown_empty():
    stored = fresh(P02)
    stored["you"]["last_name"] = None

    assert blocks(stored)["name"]["Nachname"] == ""


def test_removed_person_is_named_as_such():
    stored = fresh(P02)
    stored["assets"]["money"][0]["belongs_to"] = ["gone"]

    assert blocks(stored)["konto-a1"]["Wem gehört das?"] == "(nicht mehr eingetragene Person)"
