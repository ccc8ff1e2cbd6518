"""The main application as a whole."""

import pytest

from applications.catalogue.applicable import applicable
from applications.catalogue.main_application import FORM
from applications.catalogue.progress import missing_in
from applications.catalogue.structure import Collection, ForEach, Step
from applications.catalogue.walk import walk
from tests.factories.personas import PERSONAS, fresh

RESERVED = {"go", "version", "noted", "zurueck", "csrfmiddlewaretoken", "id", "person"}


def steps(parts=None):
    """Every step of the form, in order."""
    for part in parts if parts is not None else [part for section in FORM.sections for part in section.parts]:
        if isinstance(part, Step):
            yield part
        elif isinstance(part, Collection):
            yield from part.steps
        elif isinstance(part, ForEach):
            yield from steps(part.parts)


def test_form_asks_at_least_sixty_questions():
    assert len(dict(FORM.questions())) >= 60


def test_slugs_and_section_keys_are_unique():
    slugs = [step.slug for step in steps()]

    assert len(slugs) == len(set(slugs))
    assert len({section.key for section in FORM.sections}) == len(FORM.sections)


def test_no_question_uses_a_name_of_the_wizard():
    assert [path for path, question in FORM.questions() if question.key in RESERVED] == []


def test_questions_of_one_place_have_keys_of_their_own():
    for step in steps():
        assert len({question.key for question in step.questions}) == len(step.questions), step.slug


def test_what_is_sensitive_says_why_or_rests_on_law():
    bare = [
        path
        for path, question in FORM.questions()
        if question.sensitive and not (question.basis or question.official or question.why)
    ]

    assert bare == []


@pytest.mark.parametrize("name", PERSONAS)
def test_persona_has_answered_everything(name):
    stored = PERSONAS[name]
    walked = walk(FORM, stored)

    assert [(lack.instance.slug, lack.question) for page in walked for lack in missing_in(page, stored)] == []


@pytest.mark.parametrize("name", PERSONAS)
def test_persona_holds_nothing_that_does_not_apply(name):
    stored = fresh(PERSONAS[name])
    del stored["seen"]

    assert {key: value for key, value in applicable(walk(FORM, stored), stored).items() if value} == stored
