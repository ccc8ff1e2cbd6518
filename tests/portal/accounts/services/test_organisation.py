import pytest

from portal.accounts.enums import OrganisationKind, OrganisationRole
from portal.accounts.errors import LastCoordinator, NotCoordinator, OrganisationNotPossible
from portal.accounts.models import Organisation, OrganisationMembership
from portal.accounts.selectors import works_for
from portal.accounts.services import (
    OrganisationDetails,
    admit_member,
    change_role,
    end_membership,
    record_organisation_change,
    register_organisation,
)
from portal.audit.models import AuditEvent
from tests.factories.accounts import OrganisationMembershipFactory, UserFactory
from tests.factories.organisations import colleague, team

pytestmark = pytest.mark.django_db


def details(**changes):
    values = {
        "name": "Beratungsstelle Brückenhaus",
        "kind": OrganisationKind.ADVICE_CENTRE,
        "street": "Am Brunnen 3",
        "postcode": "00115",
        "city": "Musterstadt",
        "phone": "030 23125 300",
    }
    return OrganisationDetails(**(values | changes))


def registered(user=None, **changes):
    return register_organisation(user=user or UserFactory(), details=details(**changes), display_name="Frau Yıldız")


def test_registered_organisation_waits_and_its_founder_looks_after_the_members():
    organisation = registered()
    membership = OrganisationMembership.objects.get()
    assert organisation.confirmed_at is None
    assert (membership.role, membership.display_name) == (OrganisationRole.COORDINATOR, "Frau Yıldız")
    assert works_for(membership.user_id, organisation.pk) is False


def test_name_is_given_once():
    registered()
    with pytest.raises(OrganisationNotPossible):
        registered()


def test_account_has_one_organisation_waiting():
    user = UserFactory()
    registered(user)
    with pytest.raises(OrganisationNotPossible):
        registered(user, name="Noch eine")


def test_member_is_admitted_once():
    there, user = team(), UserFactory()
    first = admit_member(user=user, organisation=there.organisation, display_name="Herr Okafor")
    assert admit_member(user=user, organisation=there.organisation, display_name="Anders") == first
    assert works_for(user.pk, there.organisation.pk)


def test_end_works_at_once_also_on_the_first_day():
    there, user = team(), UserFactory()
    membership = admit_member(user=user, organisation=there.organisation, display_name="Herr Okafor")
    end_membership(user=there.user, membership=membership)
    end_membership(user=there.user, membership=membership)
    assert works_for(user.pk, there.organisation.pk) is False
    assert AuditEvent.objects.filter(event="organisation.member_ended").count() == 1


def test_members_end_their_own_work_and_nobody_elses():
    there = team()
    one, other = colleague(there), colleague(there)
    with pytest.raises(NotCoordinator):
        end_membership(user=one.user, membership=other)
    end_membership(user=one.user, membership=one)
    assert works_for(one.user_id, there.organisation.pk) is False


def test_last_coordinator_stays_until_there_is_another_one():
    there = team()
    other = colleague(there)
    with pytest.raises(LastCoordinator):
        end_membership(user=there.user, membership=there.membership)
    with pytest.raises(LastCoordinator):
        change_role(user=there.user, membership=there.membership, role=OrganisationRole.MEMBER)
    change_role(user=there.user, membership=other, role=OrganisationRole.COORDINATOR)
    end_membership(user=there.user, membership=there.membership)
    assert works_for(there.user.pk, there.organisation.pk) is False


def test_roles_are_changed_by_coordinators_of_the_same_organisation_only():
    there, elsewhere = team(), team()
    member = colleague(there)
    for user in (member.user, elsewhere.user):
        with pytest.raises(NotCoordinator):
            change_role(user=user, membership=member, role=OrganisationRole.COORDINATOR)


def test_ended_membership_gets_no_role():
    there = team()
    member = OrganisationMembershipFactory(organisation=there.organisation)
    end_membership(user=there.user, membership=member)
    with pytest.raises(NotCoordinator):
        change_role(user=there.user, membership=member, role=OrganisationRole.COORDINATOR)


def test_change_by_an_administrator_is_recorded():
    user, organisation = UserFactory(), Organisation.objects.get(pk=team().organisation.pk)
    record_organisation_change(user=user, organisation=organisation)
    event = AuditEvent.objects.latest("id")
    assert (event.event, event.role) == ("organisation.changed", "administrator")
