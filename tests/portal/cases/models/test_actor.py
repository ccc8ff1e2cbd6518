import uuid

import pytest

from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES, Role, Scope
from portal.cases.models import Actor, system_actor

CASE, OTHER = uuid.uuid4(), uuid.uuid4()
HELPER = Actor(role=Role.HELPER, scopes={CASE: frozenset({Scope.UPLOAD}), OTHER: frozenset({Scope.FILL_IN})})


def test_actor_may_what_a_standing_on_that_case_allows():
    assert HELPER.may(Scope.UPLOAD, CASE)
    assert not HELPER.may(Scope.UPLOAD, OTHER)
    assert not HELPER.may(Scope.FILL_IN, CASE)
    assert not HELPER.may(Scope.UPLOAD, uuid.uuid4())


def test_actor_knows_cases_by_scope():
    assert HELPER.case_ids == {CASE, OTHER}
    assert HELPER.case_ids_with(Scope.FILL_IN) == {OTHER}
    assert HELPER.case_ids_with(Scope.SEND) == frozenset()


@pytest.mark.parametrize("role", Role)
def test_each_role_is_citizen_staff_or_system(role):
    actor = Actor(role=role)
    assert (actor.is_citizen, actor.is_staff, actor.is_system) == (
        role in CITIZEN_ROLES,
        role in STAFF_ROLES,
        role is Role.SYSTEM,
    )
    assert [actor.is_citizen, actor.is_staff, actor.is_system].count(True) == 1


def test_system_actor_is_named_and_has_no_user():
    actor = system_actor("worker.receipt")
    assert (actor.role, actor.key, actor.user_id, actor.purpose) == (
        Role.SYSTEM,
        "worker.receipt",
        None,
        "worker.receipt",
    )


def test_actor_cannot_be_changed():
    with pytest.raises(AttributeError):
        HELPER.role = Role.SYSTEM
