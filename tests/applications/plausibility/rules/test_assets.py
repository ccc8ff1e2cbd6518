from datetime import date
from decimal import Decimal

import pytest

from applications.claim.model import Asset, Assets, Gift, Household, Housing, RealEstate, Vehicle
from applications.enums import AssetKind, DwellingKind, HousingKind, PersonRole
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_asset, build_p02, build_person


def owns(*items, **answers):
    return {"assets": Assets(items=items, **answers)}


def cars(*values):
    found = tuple(Vehicle(id=f"v{n}", person_id="p1", value=Decimal(value)) for n, value in enumerate(values))
    return {"assets": Assets(vehicles=found)}


def gift(value, on=None):
    value = None if value is None else Decimal(value)
    return {"assets": Assets(gifts=(Gift(id="g1", person_id="p1", value=value, given_on=on),))}


def land(value, *, lived_in, mortgage=None):
    mortgage = None if mortgage is None else Decimal(mortgage)
    estate = RealEstate(id="r1", person_id="p1", value=Decimal(value), lived_in=lived_in, mortgage=mortgage)
    return {"assets": Assets(real_estate=(estate,))}


def missing_value():
    return Asset(id="a1", person_id="p1", kind=AssetKind.SAVINGS)


NO_BIRTH_DATE = {"applicant": build_person(born=None)}
CAR_AND_MONEY = {
    "applicant": build_person(born="1979-04-21"),
    "assets": Assets(items=(build_asset(9800),), vehicles=cars(9000, 5000)["assets"].vehicles),
}

AFTER = {"in_housing_waiting_period": False}


def house(area, dwelling=DwellingKind.HOUSE, heads=1):
    area = None if area is None else Decimal(area)
    home = Housing(kind=HousingKind.OWNED, dwelling=dwelling, area_total=area, persons_in_dwelling=heads)
    return {"housing": home}


TRIALS = [
    Trial("AST-01", "always", 1),
    Trial("AST-01", "no birth date", 1, NO_BIRTH_DATE),
    Trial("AST-03", "a cent above 10,000", 1, owns(build_asset("10000.01"))),
    Trial("AST-03", "exactly 10,000", 0, owns(build_asset(10000))),
    Trial("AST-03", "old-age provision", 0, owns(build_asset(50000, AssetKind.OLD_AGE_PROVISION))),
    Trial("AST-03", "savings meant for old age", 0, owns(build_asset(50000, for_old_age=True))),
    Trial("AST-03", "second car of persona P12", 1, CAR_AND_MONEY),
    Trial("AST-03", "one car is protected", 0, cars(14000)),
    Trial("AST-03", "second house", 1, land(90000, lived_in=False, mortgage=70000)),
    Trial("AST-03", "second house with a mortgage", 0, land(90000, lived_in=False, mortgage=95000)),
    Trial("AST-03", "own home", 0, land(90000, lived_in=True)),
    Trial("AST-03", "no birth date", 0, {**NO_BIRTH_DATE, **owns(build_asset(99999))}),
    Trial("AST-03", "value missing", 0, owns(missing_value())),
    Trial("AST-03", "old law until June", 0, {"application_date": date(2026, 6, 30), **owns(build_asset(15000))}),
    Trial("AST-05", "thirty in the period", 1, {"applicant": build_person(born="1997-01-25")}),
    Trial("AST-05", "thirty before the period", 0, {"applicant": build_person(born="1996-10-31")}),
    Trial("AST-05", "no birth date", 0, NO_BIRTH_DATE),
    Trial("AST-06", "two cars one person", 1, cars(1000, 1000)),
    Trial("AST-06", "a cent above the guideline", 1, cars("15000.01")),
    Trial("AST-06", "one car at the guideline", 0, cars(15000)),
    Trial("AST-06", "unfit for work", 1, {"applicant": build_person(fit_for_work=False), **cars(1000)}),
    Trial("AST-06", "no car", 0),
    Trial("AST-06", "value missing", 0, {"assets": Assets(vehicles=(Vehicle(id="v1", person_id="p1"),))}),
    Trial("AST-10", "ten years ago to the day", 1, gift(22000, date(2016, 11, 16))),
    Trial("AST-10", "date missing", 1, gift(22000)),
    Trial("AST-10", "a day longer ago", 0, gift(22000, date(2016, 11, 15))),
    Trial("AST-10", "worth nothing", 0, gift(0)),
    Trial("AST-10", "value missing", 0, gift(None)),
    Trial("AST-07", "house of 150 m²", 1, house(150), AFTER),
    Trial("AST-07", "house of 140 m²", 0, house(140), AFTER),
    Trial("AST-07", "flat of 131 m²", 1, house(131, DwellingKind.FLAT), AFTER),
    Trial("AST-07", "five people in 160 m²", 0, house(160, heads=5), AFTER),
    Trial("AST-07", "within the waiting period", 0, house(150), {"in_housing_waiting_period": True}),
    Trial("AST-07", "waiting period not known", 0, house(150), {"in_housing_waiting_period": None}),
    Trial("AST-07", "rented", 0, {"housing": Housing(kind=HousingKind.RENTED, area_total=Decimal(150))}, AFTER),
    Trial("AST-07", "area missing", 0, house(None), AFTER),
    Trial("AST-20", "twelve years", 1, {"applicant": build_person(years_without_pension=Decimal(12))}),
    Trial("AST-20", "none", 0, {"applicant": build_person(years_without_pension=Decimal(0))}),
    Trial("AST-20", "unanswered", 0),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_two_persons_can_have_two_cars():
    partner = build_person("p2", PersonRole.PARTNER, "1990-01-01")
    claim = {"household": Household(members=(partner,)), **cars(1000, 1000)}
    assert Trial("AST-06", "couple", 0, claim).findings() == []


def test_savings_of_somebody_outside_the_unit_do_not_count():
    flatmate = build_person("p9", PersonRole.OTHER)
    claim = {"household": Household(members=(flatmate,)), **owns(build_asset(99999, person_id="p9"))}
    assert Trial("AST-03", "flatmate", 0, claim).findings() == []


def test_allowance_of_a_family_is_the_sum_by_age():
    mother = build_p02()
    finding = Trial("AST-01", "text", 1, {"applicant": mother.applicant, "household": mother.household}).findings()[0]
    assert finding.caseworker.data["total"] == "15.000,00 Euro"


def test_excess_is_named_to_staff_and_not_to_the_claimant():
    finding = Trial("AST-03", "text", 1, CAR_AND_MONEY).findings()[0]
    assert finding.caseworker.data == {
        "assets": "14.800,00 Euro",
        "allowed": "12.500,00 Euro",
        "excess": "2.300,00 Euro",
    }
    assert finding.claimant.data == {}
