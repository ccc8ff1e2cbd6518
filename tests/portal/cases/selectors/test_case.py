import datetime

import pytest

from portal.cases.models import system_actor
from portal.cases.selectors import cases_visible_to, clearing_list
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import OPENED_AT, CaseFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db

STAFF_TRAITS = [{}, {"team_lead": True}, {"administrator": True}]


@pytest.mark.parametrize("trait", [{}, {"prospective": True}, {"clearing": True}, {"closed": True}])
def test_claimant_sees_the_own_case_in_every_status(trait):
    case = CaseFactory(**trait)
    CaseFactory()
    assert list(cases_visible_to(claimant_actor(case))) == [case]


@pytest.mark.parametrize("trait", STAFF_TRAITS)
def test_staff_see_opened_cases_of_their_jobcenter_only(trait):
    membership = StaffMembershipFactory(**trait)
    own = {CaseFactory(jobcenter=membership.jobcenter), CaseFactory(jobcenter=membership.jobcenter, closed=True)}
    CaseFactory()
    CaseFactory(prospective=True)
    assert set(cases_visible_to(staff_actor(membership))) == own


def test_clearing_list_is_seen_by_every_administrator_and_nobody_else():
    case = CaseFactory(clearing=True)
    for trait, expected in ((STAFF_TRAITS[0], []), (STAFF_TRAITS[1], []), (STAFF_TRAITS[2], [case])):
        actor = staff_actor(StaffMembershipFactory(**trait))
        assert list(clearing_list(actor)) == expected
        assert list(cases_visible_to(actor)) == expected
    assert list(clearing_list(claimant_actor(case))) == []


def test_clearing_list_holds_open_cases_without_jobcenter_oldest_first():
    late = CaseFactory(clearing=True)
    early = CaseFactory(clearing=True, opened_at=OPENED_AT - datetime.timedelta(hours=1))
    CaseFactory()
    CaseFactory(prospective=True)
    CaseFactory(clearing=True, closed=True)
    assert list(clearing_list(system_actor("test"))) == [early, late]


def test_system_sees_all():
    cases = {CaseFactory(), CaseFactory(prospective=True)}
    assert set(cases_visible_to(system_actor("test"))) == cases
