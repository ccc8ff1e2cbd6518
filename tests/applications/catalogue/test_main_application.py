"""The main application as a whole."""

import pytest

from applications.catalogue.applicable import applicable
from applications.catalogue.complete import complete
from applications.catalogue.main_application import FORM
from applications.catalogue.progress import missing_in
from applications.catalogue.structure import Collection, ForEach, Step
from applications.catalogue.walk import find, walk
from tests.factories.personas import P02, P03, PERSONAS, fresh


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


# What one finds on the way through a form, with the questions in it.
def parts_of(parts, *, inside=False):
    """Every step, list and repetition; whether it is about somebody or something."""
    for part in parts:
        yield part, inside
        if isinstance(part, ForEach):
            yield from parts_of(part.parts, inside=True)
        elif isinstance(part, Collection):
            yield from parts_of(part.steps, inside=True)


EVERYTHING = list(parts_of(part for section in FORM.sections for part in section.parts))
USUAL = 6  # questions on a page: more is a long way down on a phone


def test_every_condition_is_told_in_words():
    conditional = [
        part
        for part, _inside in EVERYTHING
        if isinstance(part, ForEach) or part.applies_when is not None or part.applies_to is not None
    ]

    assert [getattr(part, "slug", part) for part in conditional if not part.when] == []
    assert [path for path, question in FORM.questions() if question.needed_if and not question.needed_when] == []


def test_words_of_conditions_read_as_a_part_of_a_sentence():
    words = [str(part.when) for part, _inside in EVERYTHING if part.when]
    words += [str(question.needed_when) for _path, question in FORM.questions() if question.needed_when]

    assert [said for said in words if not said.startswith(("wenn ", "für ")) or said.endswith(".")] == []


def test_every_page_about_somebody_or_something_names_it():
    about = [part for part, inside in EVERYTHING if inside and isinstance(part, Step | Collection)]

    assert [part.slug for part in about if "%(name)s" not in str(part.named)] == []


def test_income_of_somebody_else_names_both():
    page = find(walk(FORM, P02), "leistung-i2")

    assert page.heading == "Einkommen: Unterhaltsvorschuss (Ella)"


def test_pages_are_short():
    sizes = {part.slug: len(part.questions) for part, _inside in EVERYTHING if isinstance(part, Step)}

    assert {slug: size for slug, size in sizes.items() if size > USUAL} == {"adresse": 7, "konto": 8}


def test_twenty_people_can_live_together():
    stored = fresh(P03)
    child = stored["people"]["persons"][1]
    stored["people"]["persons"] = [
        stored["people"]["persons"][0],
        *(
            {**child, "id": f"k{number}", "first_name": f"Kind{number}", "birth_date": f"20{number + 4:02d}-05-05"}
            for number in range(19)
        ),
    ]
    walked = walk(FORM, complete(FORM, stored))
    asked = {page.heading for page in walked}

    assert (
        len(stored["people"]["persons"])
        == next(part for part, _inside in EVERYTHING if getattr(part, "slug", "") == "personen").most
    )
    assert {f"Einkommen von Kind{number}" for number in range(19)} <= asked
    assert len({page.slug for page in walked}) == len(walked)
