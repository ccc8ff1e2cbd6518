from datetime import date
from decimal import Decimal

import pytest

from applications.catalogue.compose import Overlay, overlaid
from applications.catalogue.kinds import Text, YesNo
from applications.catalogue.main_application import FORM
from applications.claim.answers import Layout
from applications.claim.builders import build_claim
from applications.enums import HousingKind
from tests.factories.personas import P02, fresh


def test_answers_read_as_python_values():
    answers = FORM.read(fresh(P02))

    assert answers.home.base_rent == Decimal("540.00")
    assert answers.home.kind is HousingKind.RENTED
    assert answers.you.birth_date == date(1997, 1, 25)
    assert answers.started_on == date(2026, 11, 16)


def test_what_was_not_answered_is_none():
    answers = FORM.read({})

    assert answers.home.base_rent is None
    assert answers.people.persons == ()
    assert answers.started_on is None


def test_items_know_their_id_and_owner():
    income = FORM.read(fresh(P02)).work.incomes[1]

    assert (income.id, income.owner, income.amount) == ("i2", "c1", Decimal("227.00"))


def test_items_of_one_owner_are_found_in_order():
    work = FORM.read({"work": {"incomes": [_income("i1", "c1"), _income("i2", "c2"), _income("i3", "c1")]}}).work

    assert [item.id for item in work.items_of("c1", "incomes")] == ["i1", "i3"]
    assert list(work.items_of("nobody", "incomes")) == []


def test_item_stored_twice_is_the_first():
    twice = [{"id": "c1", "has_income": True}, {"id": "c1", "has_income": False}]

    assert FORM.read({"work": {"people": twice}}).work.item("people", "c1").has_income is True


def _income(item, owner):
    return {"id": item, "person": owner}


def test_item_that_is_not_there_has_no_answers():
    item = FORM.read({}).work.item("people", "c1")

    assert (item.id, item.has_income) == ("c1", None)


@pytest.mark.parametrize("read", [lambda a: a.hom, lambda a: a.home.base_rnt, lambda a: a.people.persons[0].nme])
def test_misspelt_keys_fail_at_once(read):
    with pytest.raises(AttributeError):
        read(FORM.read(fresh(P02)))


def test_part_says_what_the_form_asks_there():
    answers = FORM.read({})

    assert (answers.home.asks("base_rent"), answers.home.asks("base_rnt")) == (True, False)
    assert (answers.people.lists("persons"), answers.people.lists("lives_alone")) == (True, False)


def test_question_for_staff_only_is_not_asked_for_the_claim():
    own = Text("education_note", "Schule", for_staff_only="Statistik der Gemeinde")
    form = overlaid(FORM, Overlay(added={"name": (own,)}))

    assert form.read({}).you.asks("education_note") is False
    assert build_claim(form, {"you": {"education_note": "Gymnasium"}}) == build_claim(FORM, {})


def test_observer_hears_what_is_read():
    heard = []
    answers = FORM.read(fresh(P02), heard.append)

    assert answers.home.base_rent == Decimal("540.00")
    assert answers.people.persons[0].first_name == "Ella"
    assert heard == ["home.base_rent", "people.persons.first_name"]


def test_layouts_together_know_what_either_knows_and_the_second_counts():
    first, second, third = Text("name", "Name"), YesNo("name", "Name?"), Text("note", "Notiz")
    inner = Layout({"name": first, "note": third}), Layout({"name": second})
    together = Layout({"name": first}, {"a": inner[0], "b": inner[0]}) | Layout({"note": third}, {"a": inner[1]})

    assert together == Layout(
        {"name": first, "note": third}, {"a": Layout({"name": second, "note": third}), "b": inner[0]}
    )
