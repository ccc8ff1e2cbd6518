"""Need and claim of a household in one month, roughly: for staff and tests, never told to a claimant in advance.

Left out on purpose, because a person has to decide: adequacy of rent (§ 22), proved costs above the base allowance,
pupils' and trainees' earnings (§ 11b(2b)), members who cover their own need, young people with their parents, assets.
Amounts in EUR/month.
"""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from applications.claim.household import age_of, minor_children, partner_of, presumed_unit
from applications.claim.model import Claim, Person
from applications.enums import IncomeKind, PersonRole
from portal.law.income import counted_earnings
from portal.law.money import ZERO
from portal.law.need import (
    Level,
    adult_level,
    child_level,
    hot_water_need,
    instant_supplement,
    single_parent_need,
    standard_need,
)

_EARNED = {IncomeKind.EMPLOYMENT, IncomeKind.MINIJOB}
# For these somebody has to compute first (GrusiGV § 3) or they are not income at all (§ 11a SGB II).
_NOT_COUNTED = {IncomeKind.SELF_EMPLOYMENT, IncomeKind.VOLUNTARY_WORK, IncomeKind.MATERNITY_BENEFIT}


class NotEstimable(ValueError):
    """Something the estimate needs is missing; the text names the answer, never its content."""


class Estimate(Struct, frozen=True):
    """Standard and additional needs, housing, counted income and what is left; the supplement comes on top (§ 72)."""

    standard_needs: Decimal
    additional_needs: Decimal
    housing: Decimal
    income: Decimal
    instant_supplement: Decimal

    @property
    def need(self) -> Decimal:
        """Whole need of the Bedarfsgemeinschaft."""
        return self.standard_needs + self.additional_needs + self.housing

    @property
    def claim(self) -> Decimal:
        """Need minus counted income, not below zero, before the supplement."""
        return max(ZERO, self.need - self.income)


def estimate(claim: Claim, month: date) -> Estimate:
    """Estimate one month. Raises NotEstimable for missing answers and UnknownParameter for a month without figures."""
    unit = presumed_unit(claim, month)
    if any(person.role == PersonRole.PARENT for person in unit):
        raise NotEstimable("parents in the household")
    levels = {person.id: level_of(claim, person, month) for person in unit}
    single_parent = ZERO
    if claim.applicant.single_parent:
        ages = [age for child in minor_children(claim, month) if (age := age_of(child, month)) is not None]
        single_parent = single_parent_need(ages, month)
    decentral = claim.housing.hot_water_decentral is True
    hot_water = [hot_water_need(level, month) for level in levels.values()] if decentral else []
    return Estimate(
        standard_needs=sum((standard_need(level, month) for level in levels.values()), ZERO),
        additional_needs=sum(hot_water, single_parent),
        housing=_housing(claim),
        income=_income(claim, month),
        instant_supplement=sum((instant_supplement(level, month) for level in levels.values()), ZERO),
    )


def level_of(claim: Claim, person: Person, month: date) -> Level:
    """Level of the standard need of one member on the first of a month. Raises NotEstimable without a birth date."""
    age = age_of(person, month)
    if age is None:
        raise NotEstimable("birth_date")
    if person.role == PersonRole.CHILD:
        return child_level(age, month)
    partner = partner_of(claim)
    if partner is None:
        return adult_level(age, month)
    other = claim.applicant if person.id == partner.id else partner
    return adult_level(age, month, partner_age=age_of(other, month))


def _housing(claim: Claim) -> Decimal:
    """Actual housing costs as stated. Raises NotEstimable while one of the parts is missing."""
    home = claim.housing
    if home.has_costs is False:
        return ZERO
    if home.gross_cold_rent is None or home.heating_costs is None:
        raise NotEstimable("housing costs")
    return home.gross_cold_rent + home.heating_costs + (home.other_costs or ZERO)


def _income(claim: Claim, month: date) -> Decimal:
    """Counted income of everyone: earnings after the allowance, the rest as it arrives."""
    with_child = bool(minor_children(claim, month))
    members = {person.id for person in presumed_unit(claim, month)}
    total = ZERO
    for person_id in members:
        incomes = claim.incomes_of(person_id)
        earned = [income for income in incomes if income.kind in _EARNED]
        if any(income.gross is None or income.net is None for income in earned):
            raise NotEstimable("gross and net")
        gross = sum((income.gross or ZERO for income in earned), ZERO)
        net = sum((income.net or ZERO for income in earned), ZERO)
        total += counted_earnings(gross, net, month, minor_child=with_child)
        other = (income.amount for income in incomes if income.kind not in _EARNED | _NOT_COUNTED)
        total += sum((amount for amount in other if amount is not None), ZERO)
    return total
