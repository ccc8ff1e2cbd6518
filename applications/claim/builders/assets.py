"""Section "Vermögen" -> Assets."""

from applications.claim.answers import Answers, Part
from applications.claim.model import Asset, Assets, Gift, RealEstate, Vehicle
from applications.enums import AssetKind

APPLICANT = "applicant"  # id of the applicant in every claim; owner of what nobody was named for


def build_assets(answers: Answers) -> Assets:
    """Everything of value of the household."""
    own = answers.assets
    stated = (own.has_money, own.has_vehicles, own.has_real_estate)
    return Assets(
        has_assets=None if None in stated and True not in stated else True in stated,
        items=tuple(_asset(item) for item in own.money),
        vehicles=tuple(_vehicle(item) for item in own.vehicles),
        gifts=tuple(_gift(item) for item in own.gifts) if own.has_gifts else (),
        real_estate=tuple(_real_estate(item) for item in own.real_estate),
    )


def _owner(own: Part) -> str:
    return own.belongs_to or APPLICANT


def _asset(own: Part) -> Asset:
    return Asset(
        id=own.id,
        person_id=_owner(own),
        kind=own.kind or AssetKind.OTHER,
        value=own.value,
        valued_on=own.valued_on,
        iban=own.iban,
        joint_with_outsider=own.joint_with_outsider,
        for_old_age=own.for_old_age,
        note=own.note,
    )


def _vehicle(own: Part) -> Vehicle:
    return Vehicle(
        id=own.id,
        person_id=_owner(own),
        description=own.description,
        first_registration=own.first_registration,
        value=own.value,
        declared_appropriate=own.declared_appropriate,
    )


def _gift(own: Part) -> Gift:
    return Gift(
        id=own.id,
        person_id=_owner(own),
        value=own.value,
        given_on=own.given_on,
        recipient=own.recipient,
        description=own.description,
    )


def _real_estate(own: Part) -> RealEstate:
    return RealEstate(
        id=own.id,
        person_id=_owner(own),
        address=own.address,
        lived_in=own.lived_in,
        area=own.area,
        value=own.value,
        mortgage=own.mortgage,
    )
