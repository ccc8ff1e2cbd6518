import pytest

from applications.catalogue.applicable import applicable
from applications.catalogue.main_application import FORM
from applications.catalogue.progress import missing_in
from applications.catalogue.walk import walk
from tests.factories.personas import PERSONAS, fresh


@pytest.mark.parametrize("name", PERSONAS)
def test_persona_has_answered_everything(name):
    stored = PERSONAS[name]
    walked = walk(FORM, stored)
    missing = [(m.instance.slug, m.question and m.question.key) for i in walked for m in missing_in(i, stored)]

    assert missing == []


@pytest.mark.parametrize("name", PERSONAS)
def test_persona_holds_nothing_that_does_not_apply(name):
    stored = fresh(PERSONAS[name])
    del stored["seen"]

    assert {k: v for k, v in applicable(walk(FORM, stored), stored).items() if v} == stored
