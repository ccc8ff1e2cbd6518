"""Section "Wohnen" -> Housing."""

from applications.claim.answers import Answers
from applications.claim.builders.copying import copied
from applications.claim.model import Housing, Landlord
from applications.enums import HousingKind


def build_housing(answers: Answers) -> Housing:
    """Address, dwelling and costs. Owners' costs and the fee of a lodging take the places of rent.

    Without a dwelling the kind is known. A form that does not ask whether somebody has moved asks about the move only
    after one.
    """
    home = answers.home
    has_moved = home.moved if home.asks("moved") else True
    owns, lodges = home.kind == HousingKind.OWNED, home.kind == HousingKind.LODGING
    return copied(
        Housing,
        home,
        kind=HousingKind.NONE if home.no_fixed_dwelling else home.kind,
        base_rent=home.owner_interest if owns else home.lodging_fee if lodges else home.base_rent,
        operating_costs=home.owner_operating if owns else home.operating_costs,
        heating_costs=home.owner_heating if owns else home.heating_costs,
        landlord=copied(Landlord, home, prefix="landlord_"),
        prior_assurance=home.prior_assurance if has_moved else None,
        reason_for_move=home.reason_for_move if has_moved else None,
    )
