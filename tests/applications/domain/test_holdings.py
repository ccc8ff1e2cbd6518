import pytest

from applications.claim.model import BankAccount
from applications.domain.holdings import IBANS, expected_iban_index
from applications.models import Application
from applications.models.iban_index import iban_index
from tests.factories.claims import build_claim
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def test_index_is_that_of_the_account_that_was_handed_in():
    application = ApplicationFactory(claim=build_claim(bank=BankAccount(iban="DE89 3704 0044 0532 0130 00")))

    assert application.iban_index == expected_iban_index(application) == iban_index("DE89370400440532013000")


def test_applications_from_before_get_their_index():
    application = ApplicationFactory()
    Application.objects.update(iban_index=None)

    assert (IBANS.waiting(), sum(IBANS.move()), IBANS.waiting()) == (1, 1, 0)
    assert Application.objects.get().iban_index == application.iban_index
