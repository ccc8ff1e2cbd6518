import uuid

import pytest

from portal.cases.enums import CaseStatus, Role, Scope
from portal.cases.models import Actor, Case, Person, system_actor
from portal.submissions.enums import SubmissionKind
from portal.submissions.permissions import may_hand_in

HOUSE, CASE = uuid.uuid4(), uuid.uuid4()
MEMBERSHIP = uuid.uuid4()


@pytest.mark.parametrize(
    ("actor", "allowed"),
    [
        (Actor(role=Role.CLAIMANT, scopes={CASE: frozenset({Scope.SEND})}), True),
        (Actor(role=Role.HELPER, scopes={CASE: frozenset({Scope.FILL_IN, Scope.UPLOAD})}), False),
        (Actor(role=Role.CLAIMANT, scopes={uuid.uuid4(): frozenset({Scope.SEND})}), False),
        (Actor(role=Role.CASEWORKER, jobcenter_id=HOUSE, membership_id=MEMBERSHIP), True),
        (Actor(role=Role.ADMINISTRATOR, jobcenter_id=uuid.uuid4(), membership_id=MEMBERSHIP), False),
        (system_actor("test"), True),
    ],
    ids=["own", "helper", "other case", "staff of the house", "staff of another house", "system"],
)
def test_handing_in_needs_its_scope_or_the_office(actor, allowed):
    case = Case(pk=CASE, jobcenter_id=HOUSE, status=CaseStatus.OPEN)

    assert may_hand_in(actor, case, Person(case=case)) is allowed


@pytest.mark.parametrize("scope", [Scope.APPOINTMENTS, Scope.OWN_PART])
def test_handing_in_about_an_appointment_needs_the_right_to_it(scope):
    case = Case(pk=CASE, jobcenter_id=HOUSE, status=CaseStatus.OPEN)
    actor = Actor(role=Role.HELPER, scopes={CASE: frozenset({scope})})

    assert may_hand_in(actor, case, Person(case=case), SubmissionKind.APPOINTMENT) is True
    assert may_hand_in(actor, case, Person(case=case), SubmissionKind.MESSAGE) is False
