import pytest

from portal.accounts.events import OFFICE_DATA_CHANGED, SIGN_IN_FAILED, SIGNED_IN
from portal.accounts.services import record_account_event, record_failed_sign_in, record_office_data_event
from portal.audit.models import ActorKey, AuditEvent
from tests.factories.accounts import TeamFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_account_event_leads_to_the_user_by_key_only():
    user = UserFactory()
    record_account_event(user=user, event=SIGNED_IN)
    event = AuditEvent.objects.get()
    assert (event.event, event.role, event.subject_id) == ("account.signed_in", "account", "")
    assert ActorKey.objects.get(key=event.actor_key).user_id == user.pk


def test_failed_sign_in_leads_to_nobody():
    record_failed_sign_in(event=SIGN_IN_FAILED)
    assert ActorKey.objects.get(key=AuditEvent.objects.get().actor_key).user_id is None


@pytest.mark.parametrize(("is_superuser", "role"), [(False, "administrator"), (True, "operator")])
def test_office_data_event_names_role_and_object(is_superuser, role):
    team = TeamFactory()
    record_office_data_event(user=UserFactory(is_superuser=is_superuser), event=OFFICE_DATA_CHANGED, subject=team)
    event = AuditEvent.objects.get()
    assert (event.role, event.subject_type, event.subject_id) == (role, "accounts.team", str(team.pk))
