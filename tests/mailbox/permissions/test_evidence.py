import uuid
from types import SimpleNamespace

import pytest

from mailbox.models import EvidenceItem
from mailbox.permissions import may_answer, may_ask, may_draft, may_judge_item, may_prepare
from portal.cases.enums import CaseStatus, Role, Scope
from portal.cases.models import Actor, Person, system_actor

JOBCENTER, CASE = uuid.uuid4(), uuid.uuid4()
OPENED = SimpleNamespace(pk=CASE, status=CaseStatus.OPEN, jobcenter_id=JOBCENTER)
STAFF = Actor(role=Role.CASEWORKER, jobcenter_id=JOBCENTER, membership_id=uuid.uuid4())
ELSEWHERE = Actor(role=Role.CASEWORKER, jobcenter_id=uuid.uuid4(), membership_id=uuid.uuid4())


def helper(*scopes):
    return Actor(role=Role.HELPER, scopes={CASE: frozenset(scopes)})


def test_staff_of_the_case_ask_and_the_portal_only_drafts():
    assert [may_ask(actor, OPENED) for actor in (STAFF, ELSEWHERE, system_actor("test"))] == [True, False, False]
    assert [may_draft(actor, OPENED) for actor in (STAFF, ELSEWHERE, system_actor("test"))] == [True, False, True]


@pytest.mark.parametrize(("is_restricted", "may"), [(False, True), (True, False)])
def test_what_is_protected_is_judged_by_who_may_open_it(is_restricted, may):
    assert may_judge_item(STAFF, OPENED, EvidenceItem(is_restricted=is_restricted)) is may


@pytest.mark.parametrize(
    ("scopes", "answers", "prepares"),
    [
        ((Scope.READ_POSTBOX, Scope.SEND, Scope.UPLOAD), True, True),
        ((Scope.READ_POSTBOX, Scope.UPLOAD), False, True),
        ((Scope.READ_POSTBOX,), False, False),
        ((Scope.SEND, Scope.UPLOAD), False, False),
    ],
)
def test_who_sends_answers_and_who_uploads_prepares_both_only_with_the_postbox(scopes, answers, prepares):
    actor = helper(*scopes)

    request = SimpleNamespace(case_id=CASE, person=Person(case_id=CASE, wants_own_post_since=None))

    assert (may_answer(actor, request), may_prepare(actor, request)) == (answers, prepares)
