from applications.catalogue.continuing import (
    answers_shared,
    continuing_keys,
    form_continuing,
    short_form,
    short_form_of,
)
from applications.catalogue.main_application import FORM as WHOLE
from applications.catalogue.quick_application import FORM as SHORT
from tests.factories.personas import P02, fresh


def test_short_and_whole_form_know_each_other():
    assert form_continuing("quick_application").key == "main_application"
    assert short_form_of(WHOLE).key == "quick_application"
    assert short_form().key == "quick_application"
    assert "main_application" in continuing_keys()


def test_other_forms_continue_nothing():
    assert form_continuing("main_application") is None
    assert short_form_of(SHORT) is None
    assert "quick_application" not in continuing_keys()


def test_shared_answers_are_those_of_questions_both_forms_ask():
    shared = answers_shared(SHORT, fresh(P02))

    assert set(shared) == {"urgent", "you", "home"}
    assert {key: shared["you"][key] for key in ("first_name", "birth_date")} == {
        key: P02["you"][key] for key in ("first_name", "birth_date")
    }
    assert "base_rent" not in shared["home"]


def test_what_was_left_open_is_no_shared_answer():
    assert answers_shared(SHORT, {"you": {"first_name": "Mira", "phone": None}}) == {"you": {"first_name": "Mira"}}
