"""Every kind: what is typed becomes JSON, Python, words, and the same form again."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.forms.widgets import ChoiceWidget
from hypothesis import given, settings
from hypothesis import strategies as st

from applications.catalogue.kinds import KINDS, LongText, Name
from applications.catalogue.kinds.choices import countries
from applications.catalogue.question import Question
from applications.catalogue.structure import Step
from applications.enums import Danger, HousingKind
from applications.forms.step import form_class, initial_values
from tests.applications.catalogue.strategies import PEOPLE, STRATEGIES

ARGUMENTS = {
    "Choice": {"options": HousingKind},
    "Several": {"options": Danger},
    "Tick": {"options": Danger},
    "Number": {"places": 1},
}
STEPS = {kind: Step("seite", "Seite", (kind("q", "Frage", **ARGUMENTS.get(kind.__name__, {})),)) for kind in KINDS}
JSON_TYPES = {"string": str, "boolean": bool, "array": list}


def test_kinds_are_a_closed_set():
    leaves = {kind for kind in all_subclasses(Question) if not kind.__name__.startswith("_")}

    assert leaves == set(KINDS) == set(STRATEGIES)


def all_subclasses(parent):
    return {child for each in parent.__subclasses__() for child in {each} | all_subclasses(each)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(deadline=None)  # the first call of a kind may load its tables
@given(data=st.data())
def test_kind_survives_the_round_trip(kind, data):
    step = STEPS[kind]
    form = form_class(step)(data.draw(STRATEGIES[kind]), people=PEOPLE)
    assert form.is_valid(), form.errors.as_json()
    stored = json.loads(json.dumps(form.answers()))["q"]
    if stored is None:
        return
    question = step.questions[0]

    assert isinstance(stored, JSON_TYPES[question.export_type])
    assert question.show(stored, PEOPLE) != ""
    assert type(question.read(stored)).__name__ != "NoneType"
    assert typed_again(step, stored) == stored


def typed_again(step, stored):
    """The JSON value after the page is opened and sent without a change."""
    page = form_class(step)(initial=initial_values(step, {"q": stored}), people=PEOPLE)
    widget, sent = page["q"].field.widget, {}
    value = page["q"].value()
    if hasattr(widget, "decompress"):
        sent = {f"q_{index}": str(part) for index, part in enumerate(widget.decompress(value))}
    else:
        shown = value if isinstance(widget, ChoiceWidget) else widget.format_value(value)
        sent = {"q": shown}
    form = form_class(step)(sent, people=PEOPLE)
    assert form.is_valid(), form.errors.as_json()
    return form.answers()["q"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_typed_is_no_answer_and_no_error(kind):
    form = form_class(STEPS[kind])({}, people=PEOPLE)

    assert form.is_valid()
    assert form.answers()["q"] == ([] if kind.__name__ == "Several" else None)


@pytest.mark.parametrize(
    ("kind", "typed", "message"),
    [
        ("Amount", "viel", "als Betrag ein"),
        ("Number", "drei", "als Zahl ein, zum Beispiel 12,5"),
        ("Number", "999999999", "ist sehr groß"),
        ("Number", "1,25", "als Zahl ein"),
        ("Number", "½", "als Zahl ein"),
        ("Choice", "castle", "eine der angezeigten Antworten"),
        ("PersonReference", "stranger", "eine der angezeigten Antworten"),
        ("Iban", "DE00 1234", "beginnt mit DE und hat danach 20 Ziffern"),
        ("Iban", "DE12 9999 9999 0000 0001 02", "Die Prüfziffer passt nicht"),
        ("TaxId", "12345678901", "11 Ziffern"),
        ("PensionNumber", "65 170839 J 004", "65 170839 J 003"),
        ("Postcode", "1234", "5 Ziffern"),
        ("Phone", "ruf mich an", "030 123456"),
        ("Email", "miriam@", "name@beispiel.de"),
        ("Text", "x" * 201, "höchstens 200 Zeichen"),
        ("LongText", "x" * 10_001, "höchstens 10000 Zeichen"),
        ("Number", "1.2345", "als Zahl ein"),
        ("Text", "a\x00b", "nicht speichern können"),
    ],
)
def test_wrong_format_is_explained_and_names_the_question(kind, typed, message):
    step = next(step for made, step in STEPS.items() if made.__name__ == kind)
    form = form_class(step)({"q": typed}, people=PEOPLE)

    assert not form.is_valid()
    assert message in form.errors["q"][0]
    assert "Frage" in form.errors["q"][0]


def test_countries_are_german_and_sorted():
    names = list(countries().values())

    assert names[:3] == ["Deutschland", "Ukraine", "Syrien"]
    assert names[7:10] == ["Ägypten", "Åland-Inseln", "Albanien"]
    assert names[names.index("Dänemark") + 1] == "Demokratische Republik Kongo"
    assert names[names.index("Südafrika") + 1 : names.index("Südafrika") + 3] == ["Sudan", "Südkorea"]
    assert names[-1] == "staatenlos oder nicht bekannt"


def test_name_turns_nothing_around_and_keeps_its_script():
    name = Name("q", "Frage")

    assert name.store("\u202eمريم\u202c  \u2066Đặng\u2069") == "مريم Đặng"
    assert name.store("می\u200cخواهم") == "می\u200cخواهم"  # joins letters in Persian
    assert name.store("\u202e \u202c") is None


def test_end_of_a_line_counts_once_as_in_the_browser():
    field = LongText("q", "Frage", longest=10).form_field()

    assert field.clean("123\r\n56\r\n89\r") == "123\n56\n89"
    with pytest.raises(ValidationError):
        field.clean("123\r\n56\r\n89\r\n01")


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("Amount", "1.234,56", "1234.56"),
        ("Amount", "1234.56", "1234.56"),
        ("Amount", "1,234.56", "1234.56"),
        ("Number", "12,5", "12.5"),
        ("Number", "12.5", "12.5"),
        ("Number", "12.000", "12000"),
        ("Number", "1.234,5", "1234.5"),
        ("Number", "١٢٫٥", "12.5"),
        ("Number", "١٢٬٠٠٠", "12000"),
        ("Number", "12’000", "12000"),
        ("Amount", "١٬٢٣٤٫٥٦", "1234.56"),
        ("Postcode", "१०११५", "10115"),
        ("Phone", "٠٣٠ ١٢٣٤٥٦", "+4930123456"),
        ("PensionNumber", "٦٥ ١٧٠٨٣٩ J ٠٠٣", "65170839J003"),
        ("Iban", "DE١٢ 9999 9999 0000 0001 01", "DE12999999990000000101"),
        ("Iban", "de12 9999 9999 0000 0001 01", "DE12999999990000000101"),
        ("Iban", "IBAN: DE12-9999-9999-0000-0001-01", "DE12999999990000000101"),
        ("Iban", "DE12\u00a09999\u00a09999\u00a00000\u00a00001\u00a001", "DE12999999990000000101"),
        ("Name", "Łucja", "Łucja"),
        ("Name", "Đặng", "Đặng"),
        ("Name", "İbrahim", "İbrahim"),
        ("Name", "Zoe\u0308 D\u030curic\u0301", "Zoë Ďurić"),
        ("Text", "Kita 🌈 Regenbogen", "Kita 🌈 Regenbogen"),
        ("LongText", "x" * 9_999 + "e\u0301", "x" * 9_999 + "é"),
        ("LongText", "x\r\n" * 4_999 + "yz", "x\n" * 4_999 + "yz"),
    ],
)
def test_what_people_type_is_understood(kind, typed, stored):
    step = next(step for made, step in STEPS.items() if made.__name__ == kind)
    form = form_class(step)({"q": typed}, people=PEOPLE)

    assert form.is_valid(), form.errors.as_json()
    assert form.answers()["q"] == stored


@pytest.mark.parametrize("kind", ["Text", "Name", "LongText"])
def test_browser_cuts_nothing_off(kind):
    step = next(step for made, step in STEPS.items() if made.__name__ == kind)

    assert "maxlength" not in str(form_class(step)(people=PEOPLE)["q"])
