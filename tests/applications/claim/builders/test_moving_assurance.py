from decimal import Decimal

from applications.catalogue.moving_assurance import FORM
from applications.claim.builders import build_claim


def test_new_dwelling_does_not_take_the_place_of_the_present_one():
    stored = {
        "home": {"postcode": "12345", "city": "Musterstadt"},
        "new_home": {"postcode": "54321", "city": "Neustadt", "base_rent": "420.50"},
    }
    claim = build_claim(FORM, stored)
    new = claim.moving_assurance.dwelling

    assert (claim.housing.postcode, claim.housing.base_rent) == ("12345", None)
    assert (new.postcode, new.city, new.base_rent) == ("54321", "Neustadt", Decimal("420.50"))
