import pytest

from applications.claim.model import BankAccount
from applications.tasks import tell_of_change
from mailbox.models import Message
from portal.outbox.models import subscriptions
from tests.factories.cases import CaseFactory
from tests.factories.claims import build_claim
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def test_handler_hears_of_new_applications():
    assert tell_of_change in [subscription.handler for subscription in subscriptions.of("application.received")]


def test_notice_is_posted_once():
    case = CaseFactory()
    ApplicationFactory(case=case, claim=build_claim(bank=BankAccount(iban="DE1")))
    later = RECEIVED_AT.replace(month=11, day=1)
    changed = ApplicationFactory(case=case, claim=build_claim(bank=BankAccount(iban="DE2")), received_at=later)

    tell_of_change(changed.pk)
    tell_of_change(changed.pk)

    assert Message.objects.count() == 1
