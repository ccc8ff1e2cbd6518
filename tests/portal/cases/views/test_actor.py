import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from portal.cases.enums import Role
from portal.cases.views.actor import actor_of, staff_actor_of
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db


def request_of(user):
    request = RequestFactory().get("/")
    request.user = user
    return request


def test_actor_is_read_once_per_request(django_assert_num_queries):
    standing = StandingFactory()
    request = request_of(standing.user)
    with django_assert_num_queries(1):
        first, second = actor_of(request), actor_of(request, purpose="mailbox")
    assert (first.case_ids, first.purpose) == ({standing.case_id}, "own_case")
    assert (second.case_ids, second.purpose) == ({standing.case_id}, "mailbox")


def test_staff_actor_is_read_once_per_request(django_assert_num_queries):
    membership = StaffMembershipFactory()
    request = request_of(membership.user)
    with django_assert_num_queries(1):
        first, second = staff_actor_of(request), staff_actor_of(request, purpose="triage")
    assert (first.role, first.purpose, second.purpose) == (Role.CASEWORKER, "case_work", "triage")


def test_staff_are_claimants_on_citizen_pages():
    membership = StaffMembershipFactory()
    assert actor_of(request_of(membership.user)).role is Role.CLAIMANT


@pytest.mark.parametrize("make_user", [UserFactory, AnonymousUser, lambda: StaffMembershipFactory(ended=True).user])
def test_nobody_else_is_a_staff_actor(make_user):
    with pytest.raises(PermissionDenied):
        staff_actor_of(request_of(make_user()))


def test_nobody_signed_in_is_no_actor():
    with pytest.raises(PermissionDenied):
        actor_of(request_of(AnonymousUser()))
