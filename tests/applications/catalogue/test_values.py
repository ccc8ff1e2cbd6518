import copy

import pytest

from applications.catalogue.main_application import FORM
from applications.catalogue.values import (
    contradicts,
    new_id,
    step_version,
    values_at,
    values_version,
    with_values,
    without_item,
)
from applications.catalogue.walk import Place, find, walk
from tests.factories.personas import P02, fresh

INCOME = Place("work", "incomes", "i9", "c1")


def test_values_of_a_section_are_joined():
    stored = {"you": {"first_name": "Miriam"}}

    assert with_values(stored, Place("you"), {"last_name": "Sander"}) == {
        "you": {"first_name": "Miriam", "last_name": "Sander"}
    }
    assert stored == {"you": {"first_name": "Miriam"}}


def test_item_is_added_with_its_owner_and_then_changed():
    once = with_values({}, INCOME, {"kind": "pension"})
    twice = with_values(once, INCOME, {"amount": "10.00"})

    assert once == {"work": {"incomes": [{"id": "i9", "person": "c1", "kind": "pension"}]}}
    assert values_at(twice, INCOME) == {"id": "i9", "person": "c1", "kind": "pension", "amount": "10.00"}


def test_item_keeps_its_place_in_the_list():
    changed = with_values(fresh(P02), Place("people", "persons", "c1"), {"first_name": "Emma"})

    assert [person["first_name"] for person in changed["people"]["persons"]] == ["Emma", "Finn"]


def test_removed_person_takes_along_what_belongs_to_it_and_nothing_else():
    stored = fresh(P02)
    before = copy.deepcopy(stored)
    left = without_item(stored, Place("people", "persons", "c1"))

    assert [person["id"] for person in left["people"]["persons"]] == ["c2"]
    assert [income["id"] for income in left["work"]["incomes"]] == ["i1", "i3"]
    assert [need["id"] for need in left["needs"]["people"]] == ["applicant", "c2"]
    assert left["urgent"] == stored["urgent"] == before["urgent"]
    assert stored == before


def test_version_of_a_page_follows_its_own_values_only():
    stored = fresh(P02)
    page = find(walk(FORM, stored), "miete")
    version = step_version(stored, page.place, page.keys)
    stored["home"]["city"] = "Anderswo"
    assert step_version(stored, page.place, page.keys) == version

    stored["home"]["base_rent"] = "541.00"
    assert step_version(stored, page.place, page.keys) != version


def test_version_does_not_tell_null_from_never_answered():
    assert values_version({}, ("a",)) == values_version({"a": None}, ("a",))


def test_ids_do_not_repeat():
    assert len({new_id() for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({"street": "Weg 1", "floor": 3}, False),
        ({"street": "Weg 2"}, True),
        ({"street": None}, False),
        ({}, False),
        ({"street": "Weg 1", "cars": [{"id": "c1", "km": "7"}]}, False),
        ({"street": "Weg 1", "cars": [{"id": "c1", "km": "8"}]}, True),
        ({"street": "Weg 1", "cars": [{"id": "c1", "km": "7"}, {"id": "c2"}]}, True),
        ({"street": "Weg 1", "cars": []}, True),
    ],
)
def test_answers_contradict_where_one_was_changed(now, expected):
    told = {"street": "Weg 1", "floor": None, "cars": [{"id": "c1", "km": "7"}]}

    assert contradicts(told, now) is expected
