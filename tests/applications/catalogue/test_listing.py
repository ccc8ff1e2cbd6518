import pytest

from applications.catalogue.compose import forms
from applications.catalogue.kinds import KINDS, Amount, Choice, Official, YesNo
from applications.catalogue.listing import KIND_WORDS, NO_WORDS, listed_form, listed_forms
from applications.catalogue.structure import ApplicationType, Collection, ForEach, Holding, Section, Step
from applications.enums import Annex, DocumentClass, HousingKind

QUESTION = Amount(
    "rent",
    "Miete",
    example="420,50",
    where="im Mietvertrag",
    why="Darum",
    basis="§ 22 SGB II",
    official=Official("KDU", "20"),
    needed_if=lambda own: own.rents,
    needed_when="wenn Sie mieten",
    proof=(DocumentClass.LEASE,),
    sensitive=True,
)
HOME = Step("wohnen", "Wohnen", (YesNo("rents", "Mieten Sie?", required=False), QUESTION), annex=Annex.KDU)
HELD = Holding(lambda _answers: False, lambda _answers: True, lambda _answers: (), "wenn Sie umgezogen sind")
PETS = Collection(
    "pets",
    "tiere",
    "Tiere",
    (Step("tier", "Tier", (Choice("kind", "Was?", options=HousingKind),), applies_to=lambda _answers, _own: True),),
    one="Tier",
    add="dazu",
    more="noch eins",
    empty="keins",
    name=lambda _own: "",
    when="wenn Sie Tiere haben",
    applies_when=lambda _answers: True,
    most=3,
)
FORM = ApplicationType(
    key="toy",
    title="Spiel",
    version="1",
    sections=(
        Section("home", "Zuhause", (HOME, PETS), holding=HELD),
        Section("all", "Alle", (ForEach("people", lambda _answers: (), (HOME, PETS), when="für alle im Haushalt"),)),
    ),
    people=lambda _answers: (),
)


@pytest.fixture(scope="module")
def listed():
    return listed_form(FORM)


def test_every_kind_has_its_words():
    assert {kind.__name__ for kind in KINDS} <= set(KIND_WORDS)


def test_every_form_and_every_question_is_listed():
    found = {form["key"]: set(paths(form)) for form in listed_forms()}

    assert found == {form.key: {path for path, _question in form.questions()} for form in forms().values()}


def paths(part):
    for inner in part.get("sections", part.get("parts", ())):
        yield from paths(inner)
    yield from (question["path"] for question in part.get("questions", ()))


def test_question_says_all_that_is_known(listed):
    _yes_no, rent = listed["sections"][0]["parts"][0]["questions"]

    assert rent == {
        "path": "home.rent",
        "kind": "Amount",
        "export_type": "string",
        "label": "Miete",
        "options": [],
        "help": "",
        "example": "420,50",
        "where": "im Mietvertrag",
        "why": "Darum",
        "condition": "wenn Sie mieten",
        "voluntary": False,
        "basis": "§ 22 SGB II",
        "official": {"form": "KDU", "field": "20", "edition": "04/2026"},
        "sensitive": True,
        "for_staff_only": "",
        "carried": True,
        "papers": [{"class": "LEASE", "label": "Mietvertrag"}],
        "papers_if_there": [],
    }


def test_what_is_not_known_is_null(listed):
    yes_no, _rent = listed["sections"][0]["parts"][0]["questions"]

    assert (yes_no["official"], yes_no["condition"], yes_no["voluntary"]) == (None, None, True)


def test_list_says_when_it_is_asked_and_a_condition_without_words_is_marked(listed):
    pets = listed["sections"][0]["parts"][1]

    assert (pets["type"], pets["most"], pets["condition"]) == ("list", 3, "wenn Sie Tiere haben")
    assert pets["parts"][0]["condition"] == NO_WORDS
    assert pets["parts"][0]["questions"][0]["options"][0] == {"value": "rented", "label": "zur Miete"}


def test_what_is_asked_for_every_person_says_of_whom(listed):
    everybody = listed["sections"][1]["parts"][0]
    step, pets = everybody["parts"]

    assert (everybody["type"], everybody["whom"]) == ("for_each", "für alle im Haushalt")
    assert step["questions"][0]["path"] == "all.people.rents"
    assert pets["parts"][0]["questions"][0]["path"] == "all.pets.kind"


def test_section_that_is_only_confirmed_says_until_when(listed):
    assert [section["only_confirmed_unless"] for section in listed["sections"]] == ["wenn Sie umgezogen sind", None]
    assert listed["sections"][0]["parts"][0]["annex"] == "KDU"


def test_papers_name_their_questions(listed):
    assert listed["papers"] == [
        {"class": "LEASE", "label": "Mietvertrag", "required": True, "asked_by": ["home.rent", "all.people.rent"]}
    ]
