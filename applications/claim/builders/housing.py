"""Section "Wohnen" -> Housing."""

from applications.claim.answers import Answers, Part
from applications.claim.model import Housing, Landlord
from applications.enums import HousingKind


def build_housing(answers: Answers) -> Housing:
    """Address, dwelling and costs. Owners' costs take the places of rent; without a dwelling the kind is known."""
    home = answers.home
    owns = home.kind == HousingKind.OWNED
    return Housing(
        kind=HousingKind.NONE if home.no_fixed_dwelling else home.kind,
        has_costs=home.has_costs,
        street=home.street,
        address_extra=home.address_extra,
        postcode=home.postcode,
        city=home.city,
        since=home.since,
        dwelling=home.dwelling,
        year_built=home.year_built,
        rooms=home.rooms,
        persons_in_dwelling=home.persons_in_dwelling,
        area_total=home.area_total,
        area_own=home.area_own,
        area_let=home.area_let,
        base_rent=home.owner_interest if owns else home.base_rent,
        operating_costs=home.owner_operating if owns else home.operating_costs,
        heating_costs=home.owner_heating if owns else home.heating_costs,
        other_costs=home.other_costs,
        loan_principal=home.loan_principal,
        total_stated=home.total_stated,
        household_electricity_included=home.household_electricity_included,
        heating_kind=home.heating_kind,
        hot_water_decentral=home.hot_water_decentral,
        hot_water_in_heating=home.hot_water_in_heating,
        hot_water_need_asked=home.hot_water_need_asked,
        landlord=_landlord(home),
        direct_payment=home.direct_payment,
        arrears=home.arrears,
        arrears_amount=home.arrears_amount,
        eviction_threat=home.eviction_threat,
        energy_cut_threat=home.energy_cut_threat,
        prior_assurance=home.prior_assurance if home.moved else None,
        reason_for_move=home.reason_for_move if home.moved else None,
    )


def _landlord(home: Part) -> Landlord:
    """Whom the rent is owed to."""
    return Landlord(
        name=home.landlord_name,
        address=home.landlord_address,
        iban=home.landlord_iban,
        is_relative=home.landlord_is_relative,
        in_household=home.landlord_in_household,
    )
