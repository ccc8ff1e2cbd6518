import pytest

from applications.catalogue.main_application import FORM
from applications.catalogue.values import values_at, with_values
from applications.catalogue.walk import walk
from applications.claim.builders import build_claim
from applications.claim.sources import places_behind
from tests.factories.personas import P01, P02, P03, fresh

ADDRESSES = (
    "you.birth_date",
    "people.persons.c1.first_name",
    "people.persons.c1.birth_date",
    "home.owner_interest",
    "work.people.applicant.education",
    "work.incomes.e1.kind",
    "work.incomes.e1.amount",
    "assets.has_money",
    "assets.money.a1.kind",
    "evidence.PAYSLIP:c1",
)


DERIVED = ".benefits_received"  # worked out from the incomes, which have paths of their own


def leaves(value, path=""):
    """Every path of a claim with its value; items of a list by their id."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for inner in value:
            yield from leaves(inner, f"{path}[{inner.get('id') or inner.get('person_id')}]")
    else:
        yield path, value


def claim_of(stored):
    return dict(leaves(build_claim(FORM, stored).model_dump(mode="json")))


@pytest.mark.parametrize("persona", [P01, P02, P03], ids=["P01", "P02", "P03"])
def test_every_answer_is_found_again_from_what_it_changes(persona):
    stored = fresh(persona)
    asked = [(instance.place, key) for instance in walk(FORM, stored) for key in instance.keys]
    addresses = [place.address(key) for place, key in asked]
    before = claim_of(stored)
    lost = []
    for place, key in asked:
        if values_at(stored, place).get(key) in (None, "", []):
            continue
        after = claim_of(with_values(stored, place, {key: None}))
        changed = [
            path for path in before if path in after and before[path] != after[path] and not path.endswith(DERIVED)
        ]
        lost += [path for path in changed if place.address(key) not in places_behind(path, addresses)]

    assert lost == []


@pytest.mark.parametrize(
    ("ref", "places"),
    [
        ("applicant.birth_date", ("you.birth_date",)),
        ("persons[applicant].education", ("work.people.applicant.education",)),
        ("persons[c1].birth_date", ("people.persons.c1.birth_date",)),
        ("household.members", ("people.persons.c1",)),
        ("housing.base_rent", ("home.owner_interest",)),
        ("incomes[e1].net", ("work.incomes.e1.amount",)),
        ("incomes[e1]", ("work.incomes.e1",)),
        ("assets.items", ("assets.money.a1",)),
        ("assets", ("assets",)),
        ("evidence[PAYSLIP:c1]", ("evidence.PAYSLIP:c1",)),
    ],
)
def test_path_leads_to_the_question_the_item_or_the_section(ref, places):
    assert places_behind(ref, ADDRESSES) == places


@pytest.mark.parametrize("ref", ["application_date", "housing.postcode", "persons[gone].birth_date", "incomes[e2]", ""])
def test_what_was_not_asked_has_no_place(ref):
    assert places_behind(ref, ADDRESSES) == ()
