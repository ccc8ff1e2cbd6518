import uuid

import pytest

from portal.cases.enums import Role
from portal.cases.models import Actor
from portal.cases.permissions import add_own_work, is_own_work
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import staff_actor
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db

WORKER = Actor(role=Role.CASEWORKER, user_id=uuid.uuid4(), membership_id=uuid.uuid4(), jobcenter_id=uuid.uuid4())


@pytest.fixture
def case_id():
    return ApplicationFactory().case_id


def test_a_rule_that_says_yes_is_enough(case_id):
    def only_this(actor, asked):
        return (actor, asked) == (WORKER, case_id)

    before = is_own_work(WORKER, case_id)
    add_own_work(only_this)

    assert (before, is_own_work(WORKER, case_id)) == (False, True)


def test_rule_is_handed_in_once(case_id):
    asked = []

    def count(_actor, which):
        asked.append(which)
        return False

    add_own_work(count)
    add_own_work(count)
    is_own_work(staff_actor(StaffMembershipFactory()), case_id)

    assert asked == [case_id]
