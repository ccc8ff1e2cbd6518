from datetime import date
from decimal import Decimal

import pytest

from applications.catalogue.initial_equipment import FORM
from applications.claim.builders import build_claim

DUE = {"kinds": ["pregnancy"], "expected_birth": "2027-03-10"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [(DUE, date(2027, 3, 10)), (DUE | {"mother_name": "Ayşe"}, None), (DUE | {"kinds": ["birth"]}, None)],
)
def test_expected_date_belongs_to_the_applicant_only_where_she_is_pregnant(said, expected):
    claim = build_claim(FORM, {"equipment": said})

    assert (claim.applicant.needs.expected_birth, claim.initial_equipment.expected_birth) == (
        expected,
        date(2027, 3, 10),
    )


def test_list_of_things_arrives_typed():
    things = [{"id": "t1", "thing": "Bett", "quantity": "2", "price": "89.90"}]
    (bed,) = build_claim(FORM, {"equipment": {"things": things}}).initial_equipment.things

    assert (bed.thing, bed.quantity, bed.price) == ("Bett", 2, Decimal("89.90"))
