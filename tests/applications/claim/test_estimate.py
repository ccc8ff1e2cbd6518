from datetime import date
from decimal import Decimal

import pytest

from applications.claim.estimate import NotEstimable, estimate, level_of
from applications.claim.model import Household, Housing
from applications.enums import IncomeKind, PersonRole
from portal.law.parameter import UnknownParameter
from tests.factories.claims import build_claim, build_income, build_p01, build_p02, build_p03, build_person, build_rent

NOVEMBER = date(2026, 11, 1)


def with_single_parent(claim):
    return claim.model_copy(update={"applicant": claim.applicant.model_copy(update={"single_parent": True})})


@pytest.mark.parametrize(
    ("claim", "need", "income", "left", "supplement"),
    [
        (build_p01(), "1053.00", "0", "1053.00", "0"),
        (with_single_parent(build_p02()), "2278.17", "1044", "1234.17", "50"),
        (build_p03(), "3240.00", "1709", "1531.00", "75"),
    ],
    ids=["P01", "P02", "P03"],
)
def test_persona_reaches_the_sums_of_the_domain_notes(claim, need, income, left, supplement):
    found = estimate(claim, NOVEMBER)
    expected = [Decimal(text) for text in (need, income, left, supplement)]
    assert [found.need, found.income, found.claim, found.instant_supplement] == expected


def test_month_without_figures_is_not_estimated():
    with pytest.raises(UnknownParameter):
        estimate(build_p01(), date(2027, 1, 1))


def test_housing_without_amounts_is_not_estimated():
    with pytest.raises(NotEstimable, match="housing costs"):
        estimate(build_claim(), NOVEMBER)


def test_wage_without_gross_is_not_estimated():
    claim = build_claim(housing=Housing(has_costs=False), incomes=(build_income(IncomeKind.EMPLOYMENT, 900),))
    with pytest.raises(NotEstimable, match="gross and net"):
        estimate(claim, NOVEMBER)


def test_claim_is_never_below_zero():
    claim = build_claim(housing=Housing(has_costs=False), incomes=(build_income(IncomeKind.PENSION, 900),))
    assert estimate(claim, NOVEMBER).claim == 0


def test_two_minijobs_share_one_allowance():
    jobs = tuple(build_income(IncomeKind.MINIJOB, 300, id=f"i{n}", gross=Decimal(300)) for n in range(2))
    claim = build_claim(housing=build_rent(300, 50, 50, 40, 1), incomes=jobs)
    assert estimate(claim, NOVEMBER).income == Decimal("392.00")


def test_level_needs_a_birth_date():
    claim = build_p01()
    with pytest.raises(NotEstimable, match="birth_date"):
        level_of(claim, claim.applicant.model_copy(update={"birth_date": None}), NOVEMBER)


def test_young_applicant_with_parents_is_left_to_staff():
    household = Household(members=(build_person("p2", PersonRole.PARENT, "1970-01-01"),))
    with pytest.raises(NotEstimable, match="parents in the household"):
        estimate(build_claim(applicant=build_person(born="2003-07-02"), household=household), NOVEMBER)
