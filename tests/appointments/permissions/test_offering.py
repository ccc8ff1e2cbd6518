import pytest

from appointments.permissions import may_change_hours, may_change_settings, may_set_up
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import staff_actor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("traits", "sets_up", "settings", "own", "others"),
    [
        ({}, False, False, True, False),
        ({"team_lead": True}, True, False, True, True),
        ({"administrator": True}, True, True, True, True),
    ],
)
def test_offer_is_changed_by_who_leads_and_own_hours_by_everybody(traits, sets_up, settings, own, others):
    membership = StaffMembershipFactory(**traits)
    actor = staff_actor(membership)
    colleague = StaffMembershipFactory(jobcenter=membership.jobcenter)

    assert (may_set_up(actor), may_change_settings(actor)) == (sets_up, settings)
    assert (may_change_hours(actor, membership), may_change_hours(actor, colleague)) == (own, others)
    assert not may_change_hours(actor, StaffMembershipFactory())
