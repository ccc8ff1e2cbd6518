import pytest

from applications.permissions.local_settings import may_set_up
from portal.accounts.enums import StaffRole
from portal.cases.selectors import actor_for_staff
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "allowed"), [(StaffRole.ADMINISTRATOR, True), (StaffRole.TEAM_LEAD, False), (StaffRole.CASEWORKER, False)]
)
def test_administrators_set_up_their_own_jobcenter(role, allowed):
    membership = StaffMembershipFactory(role=role)
    actor = actor_for_staff(membership.user, purpose="setup")

    assert may_set_up(actor=actor, jobcenter_id=membership.jobcenter_id) is allowed
    assert may_set_up(actor=actor, jobcenter_id=JobcenterFactory().pk) is False
