"""The whole table of statuses, allowed and forbidden, and the history."""

import datetime
import itertools

import pytest

from portal.cases.domain.lifecycle import TRANSITIONS, change_jobcenter, change_status, earliest
from portal.cases.enums import CaseStatus, Role
from portal.cases.errors import TeamElsewhere, TransitionNotAllowed
from portal.cases.models import Actor, CaseStatusChange, JobcenterChange, system_actor
from tests.factories.accounts import JobcenterFactory, TeamFactory
from tests.factories.cases import OPENED_AT, CaseFactory

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)
TRAITS = {CaseStatus.PROSPECTIVE: {"prospective": True}, CaseStatus.OPEN: {}, CaseStatus.CLOSED: {"closed": True}}
TRIPLES = list(itertools.product(CaseStatus, CaseStatus, Role))
ALLOWED = [(a, b, role) for a, b, role in TRIPLES if role in TRANSITIONS.get((a, b), ())]
FORBIDDEN = [triple for triple in TRIPLES if triple not in ALLOWED]


@pytest.mark.parametrize(("before", "after", "role"), ALLOWED)
def test_allowed_change_is_stored_with_its_history(before, after, role):
    case = CaseFactory(**TRAITS[before])
    changed = change_status(case=case, to=after, actor=Actor(role=role), at=NOW)
    changed.refresh_from_db()
    assert (changed.status, changed.closed_at) == (after, NOW if after == CaseStatus.CLOSED else None)
    history = CaseStatusChange.objects.values_list("from_status", "to_status", "at", "actor_role")
    assert list(history) == [(before, after, NOW, role)]


@pytest.mark.parametrize(("before", "after", "role"), FORBIDDEN)
def test_forbidden_change_is_refused_and_leaves_no_trace(before, after, role):
    case = CaseFactory(**TRAITS[before])
    with pytest.raises(TransitionNotAllowed):
        change_status(case=case, to=after, actor=Actor(role=role), at=NOW)
    case.refresh_from_db()
    assert (case.status, CaseStatusChange.objects.count()) == (before, 0)


def test_status_in_the_database_counts_not_the_one_in_memory():
    case = CaseFactory()
    case.status = CaseStatus.PROSPECTIVE
    with pytest.raises(TransitionNotAllowed):
        change_status(case=case, to=CaseStatus.OPEN, actor=system_actor("test"), at=NOW)


def test_opening_again_keeps_the_first_receipt_time():
    case = change_status(case=CaseFactory(closed=True), to=CaseStatus.OPEN, actor=system_actor("test"), at=NOW)
    assert case.opened_at == OPENED_AT


def test_forwarding_keeps_the_receipt_time_and_is_logged():
    case, jobcenter = CaseFactory(), JobcenterFactory()
    before = case.jobcenter
    case = change_jobcenter(case=case, jobcenter=jobcenter, team=None, actor=system_actor("test"), at=NOW)
    assert (case.jobcenter, case.opened_at) == (jobcenter, OPENED_AT)
    change = JobcenterChange.objects.get()
    assert (change.from_jobcenter, change.to_jobcenter, change.at) == (before, jobcenter, NOW)


def test_new_team_in_the_same_jobcenter_is_no_forwarding():
    case = CaseFactory()
    team = TeamFactory(jobcenter=case.jobcenter)
    case = change_jobcenter(case=case, jobcenter=case.jobcenter, team=team, actor=system_actor("test"), at=NOW)
    assert (case.team, JobcenterChange.objects.count()) == (team, 0)


def test_team_of_another_jobcenter_is_refused():
    with pytest.raises(TeamElsewhere):
        change_jobcenter(
            case=CaseFactory(), jobcenter=JobcenterFactory(), team=TeamFactory(), actor=system_actor("test"), at=NOW
        )


def test_earliest_of_known_moments_counts():
    assert earliest(NOW, None, OPENED_AT) == OPENED_AT
    assert earliest(None) is None
