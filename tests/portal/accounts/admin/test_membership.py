import pytest

from portal.accounts.models import StaffMembership
from portal.audit.models import AuditEvent
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


def test_function_to_open_restricted_papers_is_given_and_taken_in_the_audit_trail(site, request_of):
    administrator = StaffMembershipFactory(administrator=True)
    membership = StaffMembershipFactory(jobcenter=administrator.jobcenter)
    admin, request = site.get_model_admin(StaffMembership), request_of(administrator.user)

    for given in (True, True, False):
        membership.opens_restricted = given
        admin.save_model(request, membership, form=None, change=True)

    events = AuditEvent.objects.filter(event__startswith="membership.").order_by("id")
    assert [(event.event, event.subject_id) for event in events] == [
        ("membership.restricted_given", str(membership.pk)),
        ("membership.restricted_taken", str(membership.pk)),
    ]
