"""Administrators see and change their own jobcenter only; all others nothing."""

import pytest

from portal.accounts.admin import ADMIN_CLASSES
from portal.accounts.models import Jobcenter, Office, PostcodeArea, StaffMembership, Team
from portal.audit.models import AuditEvent
from tests.factories.accounts import (
    JobcenterFactory,
    OfficeFactory,
    PostcodeAreaFactory,
    StaffMembershipFactory,
    TeamFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

FACTORIES = {Office: OfficeFactory, Team: TeamFactory, PostcodeArea: PostcodeAreaFactory}


@pytest.fixture
def administrator():
    return StaffMembershipFactory(administrator=True)


@pytest.mark.parametrize("model", FACTORIES)
def test_rows_of_other_jobcenters_do_not_exist(model, site, request_of, administrator):
    own, foreign = FACTORIES[model](jobcenter=administrator.jobcenter), FACTORIES[model]()
    model_admin, request = site.get_model_admin(model), request_of(administrator.user)
    assert list(model_admin.get_queryset(request)) == [own]
    assert model_admin.has_change_permission(request, own)
    assert not model_admin.has_change_permission(request, foreign)
    assert not model_admin.has_delete_permission(request, foreign)


def test_jobcenter_is_changed_but_neither_added_nor_deleted(site, request_of, administrator):
    JobcenterFactory()
    model_admin, request = site.get_model_admin(Jobcenter), request_of(administrator.user)
    assert list(model_admin.get_queryset(request)) == [administrator.jobcenter]
    assert model_admin.has_change_permission(request, administrator.jobcenter)
    assert not model_admin.has_add_permission(request)
    assert not model_admin.has_delete_permission(request, administrator.jobcenter)


def test_staff_of_the_jobcenter_is_listed_and_never_deleted(site, request_of, administrator):
    StaffMembershipFactory()
    model_admin, request = site.get_model_admin(StaffMembership), request_of(administrator.user)
    assert list(model_admin.get_queryset(request)) == [administrator]
    assert not model_admin.has_delete_permission(request, administrator)


@pytest.mark.parametrize("model", ADMIN_CLASSES)
@pytest.mark.parametrize("role", [{}, {"team_lead": True}, {"administrator": True, "ended": True}])
def test_others_than_administrators_have_no_access(model, role, site, request_of):
    request = request_of(StaffMembershipFactory(**role).user)
    model_admin = site.get_model_admin(model)
    assert not model_admin.has_module_permission(request)
    assert not model_admin.has_view_permission(request)
    assert not model_admin.has_add_permission(request)


@pytest.mark.parametrize("model", ADMIN_CLASSES)
def test_operators_see_everything(model, site, request_of):
    OfficeFactory()
    request = request_of(UserFactory(is_staff=True, is_superuser=True))
    model_admin = site.get_model_admin(model)
    assert model_admin.has_add_permission(request)
    assert model_admin.get_queryset(request).count() == model.objects.count()


def test_choices_are_limited_to_the_own_jobcenter(site, request_of, administrator):
    own = OfficeFactory(jobcenter=administrator.jobcenter)
    OfficeFactory()
    form = site.get_model_admin(Team).get_form(request_of(administrator.user))()
    assert list(form.fields["jobcenter"].queryset) == [administrator.jobcenter]
    assert list(form.fields["office"].queryset) == [own]


def test_change_and_deletion_are_recorded(site, request_of, administrator):
    team = TeamFactory(jobcenter=administrator.jobcenter)
    model_admin, request = site.get_model_admin(Team), request_of(administrator.user)
    model_admin.save_model(request, team, form=None, change=True)
    model_admin.delete_model(request, team)
    recorded = AuditEvent.objects.order_by("id").values_list("event", "role", "subject_type")
    assert list(recorded) == [
        ("office_data.changed", "administrator", "accounts.team"),
        ("office_data.deleted", "administrator", "accounts.team"),
    ]
