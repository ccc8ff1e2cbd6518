from datetime import date
from decimal import Decimal

from applications.catalogue.main_application import FORM
from applications.claim.builders import build_claim
from tests.factories.personas import P05, fresh


def business(**changes):
    stored = fresh(P05)
    stored["self_employment"]["people"][0] |= changes
    (own,) = build_claim(FORM, stored).self_employment
    return own


def test_profit_of_the_six_months_is_what_the_person_says():
    own = business()

    assert [(month.month, own.profit(month)) for month in own.months][:2] == [
        (date(2026, 11, 1), Decimal("200.00")),
        (date(2026, 12, 1), Decimal("1200.00")),
    ]
    assert sum(own.profit(month) for month in own.months) / len(own.months) == Decimal(600)


def test_costs_of_a_car_count_only_for_a_car_of_the_business():
    assert business(car_use="business", car_costs="90.00").fixed_costs == Decimal("190.00")
    assert business(car_use="private", car_costs="90.00").fixed_costs == Decimal("100.00")


def test_nothing_stated_is_no_business():
    stored = fresh(P05)
    del stored["self_employment"]

    assert build_claim(FORM, stored).self_employment == ()
