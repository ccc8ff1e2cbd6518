import pytest

from applications.catalogue.initial_equipment import FORM
from applications.catalogue.walk import walk


def slugs(*kinds, born="1990-05-02"):
    stored = {"started_on": "2026-11-26", "you": {"birth_date": born}, "equipment": {"kinds": list(kinds)}}
    return [page.slug for page in walk(FORM, stored) if page.section.key == "equipment"]


@pytest.mark.parametrize(
    ("kinds", "asked"),
    [
        (["clothing"], ["was", "warum", "liste", "schon-gekauft"]),
        (["flat"], ["was", "warum", "wohnung", "liste", "schon-gekauft"]),
        (["birth"], ["was", "warum", "schwangerschaft", "liste", "schon-gekauft"]),
        (["shoes"], ["was", "schuhe-geraete", "schon-gekauft"]),
    ],
)
def test_only_what_the_kind_makes_necessary_is_asked(kinds, asked):
    assert slugs(*kinds) == asked


def test_young_people_are_asked_for_the_assurance_only_for_a_dwelling():
    assert ("unter-25" in slugs("flat", born="2003-05-02"), "unter-25" in slugs("clothing", born="2003-05-02")) == (
        True,
        False,
    )


def test_it_begins_with_the_word_to_ask_before_buying():
    assert walk(FORM, {})[0].slug == "erst-fragen"
