"""The main application as a whole."""

import pytest

from applications.catalogue.applicable import applicable
from applications.catalogue.main_application import FORM
from applications.catalogue.progress import missing_in
from applications.catalogue.walk import walk
from tests.factories.personas import PERSONAS, fresh


def test_form_asks_at_least_sixty_questions():
    assert len(dict(FORM.questions())) >= 60


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
