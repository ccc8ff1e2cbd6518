import pytest

from mailbox.permissions import is_addressee, may_place_decisions, may_read_decision_file
from portal.cases.models import system_actor
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.decisions import House, house, released, waiting
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return house()


def test_staff_of_the_house_and_its_systems_place_decisions(there):
    assert may_place_decisions(staff_actor(there.author), there.case)
    assert may_place_decisions(system_actor("office"), there.case)
    assert not may_place_decisions(staff_actor(StaffMembershipFactory()), there.case)
    assert not may_place_decisions(claimant_actor(there.case), there.case)


def test_file_is_read_by_the_persons_side_once_it_is_released(there):
    claimant = claimant_actor(there.case)

    assert not may_read_decision_file(claimant, waiting(there))
    assert may_read_decision_file(claimant, released(there))
    assert not may_read_decision_file(staff_actor(there.second), released(there))


def test_applicant_is_the_addressee_for_who_has_no_account(there):
    child = PersonFactory(case=there.case, member=True)
    to_child = released(House(child, there.author, there.second))
    assert is_addressee(claimant_actor(there.case), to_child)

    child.user = UserFactory()
    assert not is_addressee(claimant_actor(there.case), to_child)


def test_only_who_is_named_is_the_addressee(there):
    named = RepresentationFactory(person=there.person)
    decision = released(there)
    other = StandingFactory(helper=True, kind="representative", person=there.person, scopes=["read_decisions"])

    assert is_addressee(helper_actor(named), decision)
    assert not is_addressee(helper_actor(other), decision)
    assert not is_addressee(claimant_actor(there.case), decision)
