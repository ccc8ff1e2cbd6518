"""What every question of the catalogue owes to the people it is put to."""

import re

from applications.catalogue.compose import current_forms

QUESTIONS = [(form.key, path, question) for form in current_forms() for path, question in form.questions()]


def test_question_that_names_a_paragraph_says_why_in_words():
    assert [(form, path) for form, path, question in QUESTIONS if question.basis and not question.why] == []


def test_reason_is_words_and_no_paragraph():
    assert [(form, path) for form, path, question in QUESTIONS if re.search(r"§|Abs\.|SGB", str(question.why))] == []
