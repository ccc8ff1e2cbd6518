import pytest

from portal.accounts.selectors import (
    coordinates,
    coordinators_of,
    members_of,
    memberships_of,
    names_of_members,
    works_for,
)
from tests.factories.accounts import OrganisationMembershipFactory
from tests.factories.organisations import colleague, team

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("trait", ["ended", "closed", "unchecked"])
def test_nobody_works_where_it_is_over_closed_or_unchecked(trait):
    membership = OrganisationMembershipFactory(coordinator=True, **{trait: True})
    assert works_for(membership.user_id, membership.organisation_id) is False
    assert coordinates(membership.user_id, membership.organisation_id) is False


def test_nobody_without_an_account_works_anywhere():
    there = team()
    assert works_for(None, there.organisation.pk) is False
    assert coordinates(None, there.organisation.pk) is False


def test_coordinators_are_those_of_this_organisation():
    there = team()
    team()
    member = colleague(there)
    assert list(coordinators_of(there.organisation.pk)) == [there.membership]
    assert coordinates(there.user.pk, there.organisation.pk)
    assert not coordinates(member.user_id, there.organisation.pk)


def test_own_memberships_hold_what_waits_to_be_checked():
    waiting = OrganisationMembershipFactory(unchecked=True)
    OrganisationMembershipFactory(user=waiting.user, closed=True)
    OrganisationMembershipFactory(user=waiting.user, ended=True)
    assert list(memberships_of(waiting.user)) == [waiting]


def test_members_are_listed_with_coordinators_first():
    there = team()
    member = colleague(there, display_name="Herr Adam")
    colleague(there, ended=True)
    assert list(members_of(there.organisation)) == [there.membership, member]


def test_names_are_those_used_in_this_organisation(django_assert_num_queries):
    there, elsewhere = team(), team()
    former = colleague(there, ended=True, display_name="Herr Okafor")
    with django_assert_num_queries(1):
        found = names_of_members({former.user_id, elsewhere.user.pk}, there.organisation.pk)
    assert found == {former.user_id: "Herr Okafor"}
    with django_assert_num_queries(0):
        assert names_of_members(set(), there.organisation.pk) == {}
