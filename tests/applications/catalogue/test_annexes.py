"""The annexes that the paper form would consist of, for every persona and where a single answer decides."""

import pytest

from applications.catalogue.annexes import annexes, annexes_used
from applications.catalogue.main_application import FORM
from applications.catalogue.walk import walk
from applications.claim.model import AnnexUsed
from applications.enums import Annex
from tests.factories.personas import P01, P02, P03, PERSONAS, fresh

ALONE = ("HA", ""), ("VM", ""), ("KDU", "")
EXPECTED = {
    "P01": {*ALONE, ("EK", "Jonas Albers")},
    "P02": {
        *ALONE,
        ("KI", "Ella"),
        ("KI", "Finn"),
        ("EK", "Miriam Sander"),
        ("UH1", "Miriam Sander"),
        ("UH3", "Ella"),
        ("UH3", "Finn"),
    },
    "P03": {
        *ALONE,
        ("WEP", "Oliver"),
        ("WEP", "Mia"),
        ("KI", "Tom"),
        ("KI", "Ida"),
        ("EK", "Petra Reuter"),
        ("EK", "Oliver"),
        ("EK", "Mia"),
    },
    "P04": {*ALONE, ("EK", "Timo Brandt"), ("UH3", "Timo Brandt")},
    "P05": {*ALONE, ("EK", "Katrin Voss"), ("EKS", "Katrin Voss"), ("SV", "Katrin Voss")},
    "P06": {*ALONE, ("EK", "Elke Naumann")},
    "P12": {*ALONE, ("EK", "Andreas Mueller")},
}


def of(stored):
    return annexes(walk(FORM, stored))


def codes(stored):
    return [code for code, _name in of(stored)]


@pytest.mark.parametrize("name", PERSONAS)
def test_persona_fills_in_what_the_paper_form_would_ask_for(name):
    found = of(PERSONAS[name])

    assert set(found) == EXPECTED[name]
    assert len(found) == len(EXPECTED[name])


def test_they_stand_in_the_order_of_the_paper_form():
    assert codes(P02) == ["HA", "KI", "KI", "EK", "VM", "KDU", "UH1", "UH3", "UH3"]


def test_claim_names_them_by_the_ids_of_people():
    assert annexes_used(walk(FORM, P02))[:2] == (
        AnnexUsed(annex=Annex.HA),
        AnnexUsed(annex=Annex.KI, person_id="c1"),
    )


def with_situation(*situations):
    stored = fresh(P01)
    stored["needs"]["people"][0]["situations"] = list(situations)
    return stored


def living_with(**person):
    stored = fresh(P01)
    person = {"id": "r1", "first_name": "Ada", "birth_date": "1960-01-01", "nationality": "DE"} | person
    stored["people"] = {"lives_alone": False, "persons": [person]}
    return stored


def changed(section, **values):
    stored = fresh(P01)
    stored[section] |= values
    return stored


def insured(kind):
    stored = fresh(P01)
    stored["insurance"]["people"][0]["kind"] = kind
    return stored


def after_accident():
    stored = fresh(P01)
    stored["past"]["people"][0]["accident"] = True
    return stored


@pytest.mark.parametrize(
    ("stored", "code"),
    [
        (with_situation("diet"), "MEB"),
        (with_situation("special"), "BB"),
        (with_situation("pregnant"), "UH2"),
        (insured("voluntary"), "SV"),
        (insured("none"), "SV"),
        (after_accident(), "UF"),
        (living_with(relation="parent"), "HG"),
        (living_with(relation="own_child", birth_date="1995-01-01"), "HG"),
        (living_with(relation="unmarried_partner", common_child=True), "VE"),
        (changed("you", marital_status="divorced"), "UH1"),
    ],
)
def test_one_answer_adds_one_annex(stored, code):
    assert set(codes(stored)) - set(codes(P01)) - {"WEP"} == {code}


@pytest.mark.parametrize(
    ("stored", "code"),
    [
        (with_situation(), "MEB"),
        (insured("statutory"), "SV"),
        (living_with(relation="other", together_over_a_year=False), "VE"),
        (living_with(relation="foster_child"), "HG"),
        (changed("home", has_costs=False), "KDU"),
    ],
)
def test_without_the_answer_there_is_none(stored, code):
    assert code not in codes(stored)


def test_who_answers_in_danger_has_no_annex_about_maintenance():
    stored = fresh(P02)
    stored["people"]["maintenance_unsafe"] = True
    for child in stored["people"]["persons"]:
        child["maintenance_unsafe"] = True

    assert [code for code in codes(stored) if code.startswith("UH")] == []


def test_married_people_who_expect_a_child_ask_nobody_for_maintenance():
    stored = fresh(P03)
    stored["needs"]["people"][0]["situations"] = ["pregnant"]

    assert "UH2" not in codes(stored)
