import pytest

from portal.accounts.services.device import announce_new_device
from portal.audit.models import AuditEvent
from portal.outbox.services import deliver_due
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_new_device_is_recorded_and_told_by_a_worker(mailoutbox):
    user = UserFactory()
    announce_new_device(user=user)
    assert (AuditEvent.objects.get().event, mailoutbox) == ("account.new_device", [])
    deliver_due()
    assert [mail.to for mail in mailoutbox] == [[user.email]]
