"""Fields that a question has the name of are copied; mistakes of builders are refused at once."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from applications.catalogue.kinds import Amount, PersonReference, Text
from applications.claim.answers import Layout, Part
from applications.claim.builders.copying import copied, copied_items
from applications.claim.model import Asset, Assets, Deduction, Gift, Landlord, PastJob
from applications.enums import AssetKind

GIFT = Layout({"value": Amount("value", "Wert"), "recipient": Text("recipient", "An wen?")})
WHOSE = {"id": "g1", "person_id": "applicant"}


def part(layout, heard=None, **stored):
    return Part(layout, stored, "gifts", heard)


def test_questions_fill_the_fields_that_have_their_name():
    gift = copied(Gift, part(GIFT, value="300.00", recipient="Kind", unknown="x"), **WHOSE)

    assert gift == Gift(**WHOSE, value=Decimal(300), recipient="Kind")


def test_what_is_given_wins_and_its_question_is_not_read():
    heard = []
    gift = copied(Gift, part(GIFT, heard.append, value="300.00"), **WHOSE, value=Decimal(1))

    assert (gift.value, heard) == (Decimal(1), ["gifts.recipient"])


def test_first_part_that_asks_counts():
    other = Layout({"recipient": Text("recipient", "Wer?"), "description": Text("description", "Was?")})
    gift = copied(Gift, part(GIFT), part(other, recipient="Bank", description="Ring"), **WHOSE)

    assert gift == Gift(**WHOSE, description="Ring")


def test_prefix_stands_before_the_names_of_the_questions():
    own = part(
        Layout({"landlord_name": Text("landlord_name", "Name"), "name": Text("name", "Name")}), landlord_name="W"
    )

    assert copied(Landlord, own, prefix="landlord_") == Landlord(name="W")


def test_list_of_the_form_fills_the_tuple_of_its_name():
    whose = PersonReference("belongs_to", "Wem gehört es?")
    layout = Layout(groups={"gifts": GIFT | Layout({"belongs_to": whose}), "unknown": GIFT})
    stored = [{"id": "g1", "value": "300.00"}, {"id": "g2", "belongs_to": ["c1"]}, {"id": "g3", "person": "p2"}]
    assets = copied(Assets, part(layout, gifts=stored, unknown=stored))

    assert assets == Assets(
        gifts=(
            Gift(id="g1", person_id="applicant", value=Decimal(300)),
            Gift(id="g2", person_id="c1"),
            Gift(id="g3", person_id="p2"),
        )
    )


def test_item_without_an_owner_has_its_id_only():
    jobs = [part(Layout({"employer": Text("employer", "Arbeitgeber")}), id="j1", person="c1", employer="Lager Nord")]

    assert copied_items(PastJob, jobs) == (PastJob(id="j1", employer="Lager Nord"),)


@pytest.mark.parametrize(
    ("model", "given", "error"),
    [
        (Gift, WHOSE | {"valeu": Decimal(1)}, "extra_forbidden"),
        (Deduction, WHOSE, "missing"),
        (Asset, WHOSE | {"kind": AssetKind.CASH, "note": 7}, "string_type"),
    ],
    ids=["misspelt", "required and neither asked nor given", "of another type"],
)
def test_mistake_of_a_builder_is_refused(model, given, error):
    with pytest.raises(ValidationError, match=error):
        copied(model, part(GIFT), **given)
