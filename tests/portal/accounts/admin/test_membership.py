import pytest

from portal.accounts.models import StaffMembership
from tests.factories.accounts import StaffMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_new_staff_may_enter_the_administration(site, request_of):
    administrator = StaffMembershipFactory(administrator=True)
    membership = StaffMembershipFactory.build(user=UserFactory(), jobcenter=administrator.jobcenter)
    site.get_model_admin(StaffMembership).save_model(
        request_of(administrator.user), membership, form=None, change=False
    )
    membership.user.refresh_from_db()
    assert membership.user.is_staff is True
