import pytest

from applications.catalogue.kinds import Amount, Choice, Date, LongText, Text, YesNo
from applications.catalogue.local import local_answers, local_page, local_question
from applications.catalogue.main_application import FORM
from applications.catalogue.overlay import Overlay, overlaid
from applications.catalogue.walk import walk
from applications.enums import LocalQuestionKind


def question(kind, key="local_1", **more):
    settings = {"hint": "", "why": "Darum.", "required": False} | more
    return local_question(kind, key, "Haben Sie einen Hund?", **settings)


@pytest.mark.parametrize(
    ("kind", "made"),
    [("text", Text), ("long_text", LongText), ("date", Date), ("amount", Amount), ("yes_no", YesNo)],
)
def test_kind_becomes_a_kind_of_the_catalogue(kind, made):
    found = question(LocalQuestionKind(kind))

    assert type(found) is made
    assert (found.why, found.is_local, found.carried, found.required) == ("Darum.", True, False, False)


def test_choice_has_the_words_of_the_office_as_values():
    found = question(LocalQuestionKind.CHOICE, options=["Ja, groß", "Nein <b>"])

    assert isinstance(found, Choice)
    assert found.field().choices == [("Ja, groß", "Ja, groß"), ("Nein <b>", "Nein <b>")]
    assert (found.store("Ja, groß"), found.show("Ja, groß", {})) == ("Ja, groß", "Ja, groß")


def test_date_keeps_its_example_unless_the_office_writes_another():
    assert str(question(LocalQuestionKind.DATE).help) == "Zum Beispiel 27 3 1988"
    assert question(LocalQuestionKind.DATE, hint="Wann?").help == "Wann?"


def test_required_counts_for_completeness_only():
    assert question(LocalQuestionKind.TEXT, required=True).form_field().required is False
    assert question(LocalQuestionKind.TEXT).form_field().is_optional is True


def test_answers_are_texts_with_their_question():
    asked = (
        question(LocalQuestionKind.YES_NO),
        question(LocalQuestionKind.AMOUNT, "local_2"),
        question(LocalQuestionKind.TEXT, "local_3"),
    )
    form = overlaid(FORM, Overlay("kreis-1", at_end={"you": asked}))
    stored = {"you": {"first_name": "Ada", "local_1": False, "local_2": "12.50", "local_3": None}}
    found = list(local_answers(walk(form, stored), stored))

    assert [(each.section, each.key, each.question, each.value) for each in found] == [
        ("you", "local_1", "Haben Sie einen Hund?", "false"),
        ("you", "local_2", "Haben Sie einen Hund?", "12.50"),
    ]


def test_page_has_an_address_of_its_own():
    assert local_page("you", ()).slug == "oertlich-you"
