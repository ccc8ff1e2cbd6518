import uuid

import pytest

from portal.cases.enums import Role, Scope
from portal.cases.models import Actor, system_actor
from portal.submissions.permissions import may_hand_in

CASE = uuid.uuid4()


@pytest.mark.parametrize(
    ("actor", "allowed"),
    [
        (Actor(role=Role.CLAIMANT, scopes={CASE: frozenset({Scope.SEND})}), True),
        (Actor(role=Role.HELPER, scopes={CASE: frozenset({Scope.FILL_IN, Scope.UPLOAD})}), False),
        (Actor(role=Role.CLAIMANT, scopes={uuid.uuid4(): frozenset({Scope.SEND})}), False),
        (Actor(role=Role.ADMINISTRATOR, jobcenter_id=uuid.uuid4()), False),
        (system_actor("test"), True),
    ],
    ids=["own", "helper", "other case", "staff", "system"],
)
def test_handing_in_needs_its_scope(actor, allowed):
    assert may_hand_in(actor, CASE) is allowed
