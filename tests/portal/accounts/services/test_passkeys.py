import pytest

from portal.accounts.errors import CopiedPasskey
from portal.accounts.services import accept_passkey_use, refuse_copied_passkey
from portal.accounts.services.passkeys import SIGN_COUNT
from portal.audit.models import ActorKey, AuditEvent
from tests.factories.accounts import UserFactory
from tests.soft_passkey import SoftPasskey

pytestmark = pytest.mark.django_db


@pytest.fixture
def passkey():
    """One that has counted to 7 when it was added."""
    device = SoftPasskey()
    device.count = 7
    return device.belong_to(UserFactory())


def kept(passkey):
    passkey.refresh_from_db()
    return passkey.data.get(SIGN_COUNT)


def test_count_is_remembered(passkey):
    accept_passkey_use(authenticator_id=passkey.pk, sign_count=8)
    accept_passkey_use(authenticator_id=passkey.pk, sign_count=20)
    assert kept(passkey) == 20


def test_count_at_registration_is_the_first_one_known(passkey):
    with pytest.raises(CopiedPasskey):
        accept_passkey_use(authenticator_id=passkey.pk, sign_count=7)


def test_count_that_goes_back_is_refused_and_changes_nothing(passkey):
    accept_passkey_use(authenticator_id=passkey.pk, sign_count=10)
    with pytest.raises(CopiedPasskey):
        accept_passkey_use(authenticator_id=passkey.pk, sign_count=9)
    assert kept(passkey) == 10


def test_passkey_keeps_its_name(passkey):
    accept_passkey_use(authenticator_id=passkey.pk, sign_count=8)
    passkey.refresh_from_db()
    assert passkey.wrap().name == "Handy"


def test_refusal_is_recorded_for_the_account():
    user = UserFactory()
    refuse_copied_passkey(user=user)
    event = AuditEvent.objects.get()
    assert (event.event, ActorKey.objects.get(key=event.actor_key).user_id) == ("account.passkey_refused", user.pk)
