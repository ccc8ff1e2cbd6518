import pytest

from applications.catalogue.main_application import FORM
from applications.catalogue.progress import SectionState, came_up, is_visited, missing_in, position, progress
from applications.catalogue.walk import find, walk
from tests.factories.personas import P01, P02, PERSONAS, fresh


def state_of(stored, key):
    return next((part.state, part.missing) for part in progress(walk(FORM, stored), stored) if part.section.key == key)


@pytest.mark.parametrize("name", PERSONAS)
def test_persona_is_done_everywhere(name):
    stored = PERSONAS[name]

    assert {part.state for part in progress(walk(FORM, stored), stored)} == {SectionState.DONE}


def test_section_is_started_while_a_page_was_not_seen():
    stored = {"you": {"phone": None, "email": None}}

    assert state_of(stored, "you")[0] is SectionState.STARTED


def test_section_with_answers_from_before_is_prefilled():
    assert state_of({"you": {"first_name": "Miriam"}}, "you")[0] is SectionState.PREFILLED
    assert state_of({"you": {"first_name": ""}}, "you")[0] is SectionState.UNTOUCHED


def test_section_is_incomplete_when_everything_was_seen():
    stored = fresh(P01)
    stored["home"]["base_rent"] = stored["home"]["city"] = None

    assert state_of(stored, "home") == (SectionState.INCOMPLETE, 2)


def test_papers_nothing_was_said_about_are_missing():
    stored = fresh(P01)
    found = {part.section.key: part for part in progress(walk(FORM, stored), stored, open_papers=3)}

    assert (found["evidence"].state, found["evidence"].missing) == (SectionState.INCOMPLETE, 3)
    assert found["home"].state is SectionState.DONE


def test_page_of_papers_was_visited_when_something_was_said_about_one():
    stored = {"evidence": {"proofs": [{"id": "LEASE", "class": "LEASE", "choice": "later"}]}}

    assert is_visited(find(walk(FORM, stored), "unterlagen"), stored)


def test_empty_list_is_one_missing_answer():
    stored = fresh(P02)
    stored["people"]["persons"] = []
    found = missing_in(find(walk(FORM, stored), "personen"), stored)

    assert [lack.question for lack in found] == [None]


def test_follow_up_question_is_missing_only_when_it_is_due():
    stored = fresh(P01)
    page = find(walk(FORM, stored), "schulden")
    assert missing_in(page, stored) == ()

    stored["home"]["arrears"] = True
    assert [lack.question.key for lack in missing_in(find(walk(FORM, stored), "schulden"), stored)] == [
        "arrears_amount"
    ]


def test_page_saved_empty_was_visited():
    stored = {"you": {"phone": None, "email": None}}
    walked = walk(FORM, stored)

    assert is_visited(find(walked, "kontakt"), stored)
    assert not is_visited(find(walked, "name"), stored)


def test_position_counts_in_the_section_and_in_the_form():
    walked = walk(FORM, fresh(P02))
    here = position(walked, find(walked, "person-c2"))

    assert (here.number, here.count) == (2, 4)
    assert (here.done, here.total) == (2 * 4 + 1, len(FORM.sections) * 4)


def test_page_that_a_changed_answer_makes_necessary_has_come_up():
    answers = fresh(P02)
    answers["you"]["nationality"] = "SY"

    assert came_up(walk(FORM, answers), answers) == {"you": 2}


def test_nothing_has_come_up_where_nobody_has_gone_on():
    answers = {"started_on": "2026-11-16", "you": {"nationality": "SY"}}

    assert came_up(walk(FORM, answers), answers) == {}
    assert came_up(walk(FORM, fresh(P02)), fresh(P02)) == {}
