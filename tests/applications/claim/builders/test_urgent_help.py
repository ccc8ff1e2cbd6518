import pytest

from applications.catalogue.urgent_help import FORM
from applications.claim.builders import build_claim
from applications.claim.model import Urgency
from applications.domain.application import is_urgent


def claim(needs, **answers):
    return build_claim(FORM, {"urgent": {"urgent_needs": needs}, **answers})


@pytest.mark.parametrize(
    ("need", "field"),
    [
        ("food", "no_money_for_food"),
        ("rent", "housing_threat"),
        ("energy", "energy_threat"),
        ("violence", "violence"),
        ("broken", "other_need"),
        ("wages", "other_need"),
        ("early_payment", "other_need"),
    ],
)
def test_every_need_marks_the_case_as_urgent(need, field):
    urgency = claim([need]).urgency

    assert [name for name, said in urgency if said] == [field]
    assert is_urgent(urgency)


def test_nothing_is_said_while_the_question_was_not_seen():
    assert claim(None).urgency == Urgency()


def test_danger_to_the_dwelling_stands_where_the_rules_look_for_it():
    found = claim(
        ["rent"], help={"eviction_threat": True, "landlord_name": "Wohnbau AG"}, home={"street": "Am Markt 1"}
    )

    assert (found.housing.eviction_threat, found.housing.landlord.name, found.housing.street) == (
        True,
        "Wohnbau AG",
        "Am Markt 1",
    )
