from msgspec.structs import replace

from applications.catalogue.carry import carried_over
from applications.catalogue.education_and_participation import FORM as EDUCATION
from applications.catalogue.kinds import Text
from applications.catalogue.main_application import FORM
from applications.catalogue.structure import Section, Step
from tests.factories.personas import P02, fresh


def form(*questions, carried=True):
    return replace(
        FORM, sections=(Section("you", "Sie", (Step("eins", "Eins", questions),), carried=carried),), layouts={}
    )


def test_what_holds_on_is_carried_into_the_same_form():
    found = carried_over(FORM, [fresh(P02)])

    assert found["people"]["persons"] == P02["people"]["persons"]
    assert found["home"]["street"] == P02["home"]["street"]


def test_what_is_true_for_once_only_is_asked_anew():
    found = carried_over(FORM, [fresh(P02)])

    assert not {"urgent", "evidence", "closing", "started_on", "seen"} & set(found)
    assert "wished" not in found["you"]


def test_of_every_question_the_newest_answer_counts():
    asked = form(Text("a", "A"), Text("b", "B"))

    found = carried_over(asked, [{"you": {"a": "new", "b": None}}, {"you": {"a": "old", "b": "kept"}}])

    assert found == {"you": {"a": "new", "b": "kept"}}


def test_section_that_is_not_carried_begins_empty():
    assert carried_over(form(Text("a", "A"), carried=False), [{"you": {"a": "old"}}]) == {}


def test_question_the_form_does_not_know_is_left_behind():
    assert carried_over(form(Text("a", "A")), [{"you": {"a": "1", "x": "2"}}]) == {"you": {"a": "1"}}


def test_newest_list_counts_as_a_whole():
    newer, older = {"people": {"persons": [{"id": "c1"}]}}, {"people": {"persons": [{"id": "c1"}, {"id": "c2"}]}}

    assert carried_over(FORM, [newer, older]) == {"people": {"persons": [{"id": "c1"}]}}


def test_list_begins_with_those_of_another_form_whom_it_is_about():
    found = carried_over(EDUCATION, [fresh(P02)])

    children = [person for person in P02["people"]["persons"] if person["relation"] == "own_child"]
    kept = ("id", "first_name", "last_name", "birth_date", "school")
    assert found["children"]["children"] == [{key: child[key] for key in kept if key in child} for child in children]


def test_what_was_said_in_the_own_list_counts_before_that_of_another_form():
    own = {"children": {"children": [{"id": "c1", "first_name": "Lea"}]}}
    whole = {"people": {"persons": [{"id": "c1", "relation": "own_child"}, {"id": "c2", "relation": "own_child"}]}}

    assert carried_over(EDUCATION, [whole, own])["children"]["children"] == [
        {"id": "c1", "first_name": "Lea"},
        {"id": "c2"},
    ]


def test_shorter_form_leaves_the_household_as_it_was():
    shorter = {"children": {"children": [{"id": "c1"}]}}

    assert carried_over(FORM, [shorter, fresh(P02)])["people"] == carried_over(FORM, [fresh(P02)])["people"]
