import pytest
from django.contrib.messages.storage.cookie import CookieStorage

from portal.accounts.models import Organisation
from portal.audit.models import AuditEvent
from tests.factories.accounts import OrganisationFactory, StaffMembershipFactory
from tests.factories.organisations import team

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(site, request_of):
    """The admin class, and a request of an administrator."""
    request = request_of(StaffMembershipFactory(administrator=True).user)
    request._messages = CookieStorage(request)
    return site.get_model_admin(Organisation), request


def test_administrators_of_every_jobcenter_see_every_organisation(asked):
    model_admin, request = asked
    organisation = OrganisationFactory()
    assert list(model_admin.get_queryset(request)) == [organisation]
    assert not model_admin.has_delete_permission(request, organisation)


def test_confirming_lets_it_work_and_is_recorded(asked):
    model_admin, request = asked
    organisation = OrganisationFactory(confirmed_at=None)
    model_admin.confirm(request, Organisation.objects.all())
    organisation.refresh_from_db()
    assert organisation.confirmed_at is not None
    assert AuditEvent.objects.get().event == "organisation.changed"


def test_shutting_works_at_once(asked):
    model_admin, request = asked
    there = team()
    model_admin.shut(request, Organisation.objects.all())
    there.organisation.refresh_from_db()
    assert there.organisation.is_active is False


def test_what_an_administrator_adds_is_checked(asked):
    model_admin, request = asked
    organisation = OrganisationFactory.build(confirmed_at=None)
    model_admin.save_model(request, organisation, form=None, change=False)
    assert Organisation.objects.get().confirmed_at is not None


def test_members_are_not_added_by_administrators(asked):
    model_admin, request = asked
    (inline,) = model_admin.get_inline_instances(request, OrganisationFactory())
    assert inline.has_view_permission(request)
    assert inline.has_change_permission(request)
    assert not inline.has_add_permission(request)
