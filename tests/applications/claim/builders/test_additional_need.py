from decimal import Decimal

import pytest

from applications.catalogue.additional_need import FORM
from applications.claim.builders import build_claim
from applications.enums import DietCertificate


def test_needs_stand_with_the_persons_they_belong_to():
    stored = {
        "household": {"lives_alone": False, "others": [{"id": "p2", "first_name": "Lea"}]},
        "situations": {
            "people": [
                {"id": "applicant", "situations": []},
                {
                    "id": "p2",
                    "situations": ["diet", "school_books"],
                    "diet_certificate": "envelope",
                    "school_books_amount": "60",
                },
            ]
        },
    }
    claim = build_claim(FORM, stored)

    assert (claim.applicant.needs.costly_diet, claim.person("p2").needs.costly_diet) == (False, True)
    needs = claim.person("p2").needs
    assert (needs.diet_certificate, needs.school_books_amount) == (DietCertificate.ENVELOPE, Decimal(60))
    assert claim.applicant.needs.diet_certificate is None


@pytest.mark.parametrize(
    ("ticked", "said"),
    [(None, (None, None, None)), ([], (False, False, False)), (["single_parent", "hot_water"], (True, True, True))],
)
def test_needs_of_the_household_fill_the_fields_of_the_main_application(ticked, said):
    claim = build_claim(FORM, {"living": {"household_needs": ticked}})

    home = claim.housing
    assert (claim.applicant.single_parent, home.hot_water_decentral, home.hot_water_need_asked) == said
