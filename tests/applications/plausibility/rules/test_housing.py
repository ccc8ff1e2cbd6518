from decimal import Decimal

import pytest

from applications.claim.model import Housing, Urgency
from applications.enums import HousingKind, Severity
from applications.plausibility.base import LocalParameters
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_rent


def rent(base=350, operating=80, heating=60, area=45, persons=1, **changes):
    return {"housing": build_rent(base, operating, heating, area, persons, **changes)}


def water(decentral, in_heating, asked=None):
    home = Housing(hot_water_decentral=decentral, hot_water_in_heating=in_heating, hot_water_need_asked=asked)
    return {"housing": home}


TRIALS = [
    Trial("HOU-01", "two cents off", 1, rent(total_stated=Decimal("490.02"))),
    Trial("HOU-01", "one cent off", 0, rent(total_stated=Decimal("490.01"))),
    Trial("HOU-01", "other costs counted", 0, rent(other_costs=Decimal(10), total_stated=Decimal(500))),
    Trial("HOU-01", "heating missing", 0, rent(heating_costs=None)),
    Trial("HOU-01", "total missing", 0, rent(total_stated=None)),
    Trial("HOU-04", "a euro above 450", 1, rent(371)),
    Trial("HOU-04", "exactly 450", 0, rent(370)),
    Trial("HOU-04", "six persons by the step", 1, rent(931, persons=6)),
    Trial("HOU-04", "six persons at the step", 0, rent(930, persons=6)),
    Trial("HOU-04", "rent missing", 0, rent(base_rent=None)),
    Trial("HOU-04", "no local table", 0, rent(9999), {"local": LocalParameters()}),
    Trial("HOU-08", "450 instead of 45 m²", 1, rent(area=450)),
    Trial("HOU-08", "36 euros a square metre", 1, rent(1620)),
    Trial("HOU-08", "35 euros a square metre", 0, rent(1575)),
    Trial("HOU-08", "seven square metres each", 0, rent(350, area=35, persons=5)),
    Trial("HOU-08", "six square metres each", 1, rent(350, area=30, persons=5)),
    Trial("HOU-08", "area missing", 0, rent(area_total=None)),
    Trial("HOU-08", "area zero", 0, rent(area=0)),
    Trial("HOU-08", "rent missing", 0, rent(base_rent=None)),
    Trial("HOU-15", "both", 1, water(decentral=True, in_heating=True)),
    Trial("HOU-15", "neither", 1, water(decentral=False, in_heating=False)),
    Trial("HOU-15", "in the dwelling", 0, water(decentral=True, in_heating=False)),
    Trial("HOU-15", "one unanswered", 0, water(decentral=True, in_heating=None)),
    Trial("HOU-16", "boiler", 1, water(decentral=True, in_heating=False)),
    Trial("HOU-16", "asked for already", 0, water(decentral=True, in_heating=False, asked=True)),
    Trial("HOU-16", "central", 0, water(decentral=False, in_heating=True)),
    Trial("HOU-16", "unanswered", 0, water(decentral=None, in_heating=None)),
    Trial("HOU-20", "eviction", 1, {"housing": Housing(eviction_threat=True)}),
    Trial("HOU-20", "said in the quick question", 1, {"urgency": Urgency(energy_threat=True)}),
    Trial("HOU-20", "no debts", 0, {"housing": Housing(arrears=False), "urgency": Urgency(housing_threat=False)}),
    Trial("HOU-20", "unanswered", 0),
    Trial("HOU-03", "rent", 1, rent()),
    Trial("HOU-03", "no housing costs", 0, {"housing": Housing(has_costs=False)}),
    Trial("HOU-03", "without a dwelling", 0, {"housing": Housing(kind=HousingKind.NONE)}),
    Trial("HOU-19", "owner repays", 1, {"housing": Housing(kind=HousingKind.OWNED, loan_principal=Decimal(260))}),
    Trial("HOU-19", "owner repays nothing", 0, {"housing": Housing(kind=HousingKind.OWNED, loan_principal=Decimal(0))}),
    Trial("HOU-19", "tenant", 0, {"housing": Housing(kind=HousingKind.RENTED, loan_principal=Decimal(260))}),
    Trial("HOU-19", "unanswered", 0, {"housing": Housing(kind=HousingKind.OWNED)}),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


@pytest.mark.parametrize(("waiting", "severity"), [(True, "I"), (None, "I"), (False, "W")])
def test_high_rent_is_a_warning_only_after_the_waiting_period(waiting, severity):
    context = {"in_housing_waiting_period": waiting}
    finding = Trial("HOU-04", "severity", 1, rent(371), context).findings()[0]
    assert (finding.severity, finding.claimant) == (Severity(severity), None)


def test_sum_of_the_rent_rests_on_the_tolerance():
    finding = Trial("HOU-01", "tolerance", 1, rent(total_stated=Decimal("490.02"))).findings()[0]
    assert [used.key for used in finding.parameters] == ["plausibility.amount_tolerance"]


def test_danger_names_every_answer_that_shows_it():
    claim = {"housing": Housing(arrears=True, eviction_threat=True), "urgency": Urgency(housing_threat=True)}
    refs = Trial("HOU-20", "refs", 1, claim).findings()[0].refs
    assert refs == ("housing.arrears", "housing.eviction_threat", "urgency.housing_threat")
