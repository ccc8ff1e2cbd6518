import itertools

import pytest

from mailbox.domain.evidence_lifecycle import (
    EXTENSION_STEPS,
    HINTS,
    ITEM_STEPS,
    REQUEST_STEPS,
    can_be_answered,
    next_statuses,
)
from mailbox.enums import ExtensionStatus, ItemStatus, RequestStatus
from mailbox.models import EvidenceItem
from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES, Role
from portal.cases.models import Actor, system_actor

CLAIMANT = Actor(role=Role.CLAIMANT)
CASEWORKER = Actor(role=Role.CASEWORKER)


def test_no_machine_takes_a_step_in_a_request_but_for_throwing_a_draft_away():
    taken = [step for step, roles in REQUEST_STEPS.items() if Role.SYSTEM in roles]

    assert taken == [(RequestStatus.DRAFT, RequestStatus.WITHDRAWN)]


def test_only_a_hint_goes_out_by_itself():
    assert Role.SYSTEM in HINTS[RequestStatus.DRAFT, RequestStatus.SENT]
    assert REQUEST_STEPS[RequestStatus.DRAFT, RequestStatus.SENT] == STAFF_ROLES


@pytest.mark.parametrize("status", [ItemStatus.ACCEPTED, ItemStatus.UNUSABLE, ItemStatus.WAIVED])
def test_only_staff_judge(status):
    roles = {role for (_origin, to), allowed in ITEM_STEPS.items() if to == status for role in allowed}

    assert roles == STAFF_ROLES


def test_no_machine_takes_a_step_for_an_item_or_a_wish():
    steps = itertools.chain(ITEM_STEPS.values(), EXTENSION_STEPS.values())

    assert not any(Role.SYSTEM in roles for roles in steps)


@pytest.mark.parametrize("status", [ItemStatus.REQUESTED, ItemStatus.UNUSABLE, ItemStatus.NOT_AVAILABLE])
def test_what_is_open_can_be_handed_in_by_everybody(status):
    assert ITEM_STEPS[status, ItemStatus.HANDED_IN] == CITIZEN_ROLES | STAFF_ROLES


def test_every_status_of_an_item_can_be_reached_and_left():
    reached = {to for _origin, to in ITEM_STEPS}
    left = {origin for origin, _to in ITEM_STEPS}

    assert reached == left == set(ItemStatus)


def test_who_asks_is_offered_what_is_possible_in_the_order_of_the_table():
    item = EvidenceItem(status=ItemStatus.HANDED_IN)

    assert next_statuses(item, CASEWORKER) == (ItemStatus.ACCEPTED, ItemStatus.UNUSABLE, ItemStatus.WAIVED)
    assert next_statuses(item, CLAIMANT) == ()
    assert next_statuses(item, system_actor("test")) == ()


@pytest.mark.parametrize(
    ("status", "is_open"), [(status, status not in {"accepted", "waived"}) for status in ItemStatus.values]
)
def test_what_is_settled_needs_no_answer(status, is_open):
    assert can_be_answered(EvidenceItem(status=status)) is is_open


def test_wish_is_answered_once():
    assert {origin for origin, _to in EXTENSION_STEPS} == {ExtensionStatus.ASKED}
