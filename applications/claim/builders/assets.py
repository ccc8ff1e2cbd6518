"""Section "Vermögen" -> Assets."""

from applications.claim.answers import Answers, Part
from applications.claim.builders.copying import copied
from applications.claim.model import Asset, Assets, Gift, RealEstate, Vehicle
from applications.enums import AssetKind

APPLICANT = "applicant"  # id of the applicant in every claim; owner of what nobody was named for


def build_assets(answers: Answers) -> Assets:
    """Everything of value of the household."""
    own = answers.assets
    stated = (own.has_money, own.has_vehicles, own.has_real_estate)
    return copied(
        Assets,
        own,
        has_assets=None if None in stated and True not in stated else True in stated,
        items=tuple(_asset(item) for item in own.money),
        vehicles=tuple(copied(Vehicle, item, **_whose(item)) for item in own.vehicles),
        gifts=tuple(copied(Gift, item, **_whose(item)) for item in own.gifts) if own.has_gifts else (),
        real_estate=tuple(copied(RealEstate, item, **_whose(item)) for item in own.real_estate),
    )


def _asset(own: Part) -> Asset:
    return copied(Asset, own, **_whose(own), kind=own.kind or AssetKind.OTHER)


def _whose(own: Part) -> dict[str, str]:
    """What every thing of value has."""
    return {"id": own.id, "person_id": own.belongs_to or APPLICANT}
