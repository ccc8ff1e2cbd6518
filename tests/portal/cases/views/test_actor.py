import pytest
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from portal.accounts.services.sessions import SessionStore
from portal.accounts.views.second_factor import SecondFactorNeeded
from portal.cases.enums import Role
from portal.cases.views.actor import GUEST_STANDING, NoStanding, actor_of, is_guest, staff_actor_of
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import OPENED_AT, StandingFactory

pytestmark = pytest.mark.django_db


def request_of(user):
    request = RequestFactory().get("/")
    request.user = user
    request.session = SessionStore()
    return request


def with_second_factor(request):
    record_authentication(request, request.user, "mfa", type="totp")
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
    request = with_second_factor(request_of(membership.user))
    with django_assert_num_queries(1):
        first, second = staff_actor_of(request), staff_actor_of(request, purpose="triage")
    assert (first.role, first.purpose, second.purpose) == (Role.CASEWORKER, "case_work", "triage")


def test_without_a_second_factor_nobody_acts_as_staff():
    with pytest.raises(SecondFactorNeeded):
        staff_actor_of(request_of(StaffMembershipFactory().user))


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


def test_who_acts_for_somebody_has_the_case_of_the_address():
    helped = StandingFactory(helper=True)
    StandingFactory(person__user=helped.user)
    request = request_of(helped.user)
    request.acting_case = helped.case_id
    assert (actor_of(request).role, actor_of(request).case_ids) == (Role.HELPER, {helped.case_id})


def test_address_of_a_case_one_may_not_act_on_is_not_found():
    request = request_of(StandingFactory().user)
    request.acting_case = StandingFactory().case_id
    with pytest.raises(NoStanding):
        actor_of(request)


def test_guest_acts_by_the_standing_in_the_session():
    standing = StandingFactory(guest=True)
    request = request_of(AnonymousUser())
    request.session[GUEST_STANDING] = str(standing.pk)
    assert (actor_of(request).role, actor_of(request).case_ids) == (Role.GUEST, {standing.case_id})


def test_guest_whose_standing_ended_is_nobody():
    standing = StandingFactory(guest=True, revoked_at=OPENED_AT)
    request = request_of(AnonymousUser())
    request.session[GUEST_STANDING] = str(standing.pk)
    with pytest.raises(PermissionDenied):
        actor_of(request)


def test_who_signs_in_is_a_guest_no_more():
    standing = StandingFactory()
    request = request_of(standing.user)
    request.session[GUEST_STANDING] = str(StandingFactory(guest=True).pk)
    assert (is_guest(request), actor_of(request).case_ids) == (False, {standing.case_id})
