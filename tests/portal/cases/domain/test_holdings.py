import pytest
from msgspec import structs

from portal.cases.domain.holdings import HOUSEHOLD_NUMBERS
from portal.cases.models import Case
from portal.cases.models.household_number import household_number_index
from portal.crypto.services import create_missing_keysets, rotate_keyset
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db
NUMBER = "12345BG0001234"


@pytest.fixture(autouse=True)
def own_keysets(tmp_path, settings):
    settings.PORTAL = structs.replace(settings.PORTAL, keyset_dir=tmp_path / "keys")
    create_missing_keysets()


def test_index_is_filled_anew_after_a_rotation():
    case = CaseFactory(household_number=NUMBER, household_number_index=household_number_index(NUMBER))
    CaseFactory()
    assert (HOUSEHOLD_NUMBERS.waiting(), sum(HOUSEHOLD_NUMBERS.move())) == (0, 0)

    rotate_keyset("index")

    assert (HOUSEHOLD_NUMBERS.waiting(), sum(HOUSEHOLD_NUMBERS.move()), HOUSEHOLD_NUMBERS.waiting()) == (1, 1, 0)
    assert Case.objects.get(pk=case.pk).household_number_index == household_number_index(NUMBER)
