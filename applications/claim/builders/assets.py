"""Section "Vermögen" -> Assets."""

from applications.claim.answers import Answers
from applications.claim.builders.copying import copied, copied_items, identity
from applications.claim.model import Asset, Assets, Gift
from applications.enums import AssetKind


def build_assets(answers: Answers) -> Assets:
    """Everything of value of the household."""
    own = answers.assets
    stated = (own.has_money, own.has_vehicles, own.has_real_estate)
    return copied(
        Assets,
        own,
        has_assets=None if None in stated and True not in stated else True in stated,
        items=tuple(
            copied(Asset, item, **identity(Asset, item), kind=item.kind or AssetKind.OTHER) for item in own.money
        ),
        gifts=copied_items(Gift, own.gifts) if own.has_gifts else (),
    )
