import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.accounts.selectors import jobcenters_administered_by, openers_of_restricted, staff_membership
from tests.factories.accounts import StaffMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_membership_comes_with_jobcenter_and_team_in_one_query(django_assert_num_queries):
    expected = StaffMembershipFactory(with_team=True)
    with django_assert_num_queries(1):
        found = staff_membership(expected.user)
        assert (found, found.jobcenter, found.team) == (expected, expected.jobcenter, expected.team)


@pytest.mark.parametrize("trait", ["ended", "future"])
def test_membership_of_another_time_does_not_count(trait):
    assert staff_membership(StaffMembershipFactory(**{trait: True}).user) is None


def test_claimants_and_guests_cost_no_query(django_assert_num_queries):
    claimant = UserFactory()
    with django_assert_num_queries(0):
        assert staff_membership(claimant) is None
        assert staff_membership(AnonymousUser()) is None


def test_later_membership_counts_during_a_change():
    old = StaffMembershipFactory(valid_to=datetime.date(2999, 1, 1))
    new = StaffMembershipFactory(user=old.user, valid_from=datetime.date(2021, 1, 1))
    assert staff_membership(old.user) == new


def test_only_administrators_administer():
    administrator = StaffMembershipFactory(administrator=True)
    lead = StaffMembershipFactory(team_lead=True, jobcenter=administrator.jobcenter)
    assert list(jobcenters_administered_by(administrator.user_id)) == [administrator.jobcenter]
    assert list(jobcenters_administered_by(lead.user_id)) == []


def test_whom_to_ask_about_restricted_papers():
    asked = StaffMembershipFactory(opens_restricted=True, display_name="Herr Adler")
    StaffMembershipFactory(jobcenter=asked.jobcenter)
    StaffMembershipFactory(jobcenter=asked.jobcenter, opens_restricted=True, ended=True)
    StaffMembershipFactory(opens_restricted=True)

    assert openers_of_restricted(asked.jobcenter_id) == ["Herr Adler"]
