"""The one table of a case's statuses, and the only place that writes them."""

import datetime

from portal.accounts.models import Jobcenter, Team
from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES, CaseStatus, Role
from portal.cases.errors import TeamElsewhere, TransitionNotAllowed
from portal.cases.models import Actor, Case, CaseStatusChange, JobcenterChange

TRANSITIONS: dict[tuple[CaseStatus, CaseStatus], frozenset[Role]] = {
    (CaseStatus.PROSPECTIVE, CaseStatus.OPEN): CITIZEN_ROLES | STAFF_ROLES | {Role.SYSTEM},
    (CaseStatus.OPEN, CaseStatus.CLOSED): STAFF_ROLES | {Role.SYSTEM},
    (CaseStatus.CLOSED, CaseStatus.OPEN): STAFF_ROLES | {Role.SYSTEM},
}


def locked(case: Case) -> Case:
    """Return the case as it is now, its row locked until the end of the transaction."""
    return Case.objects.select_for_update(no_key=True, of=("self",)).get(pk=case.pk)


def change_status(*, case: Case, to: CaseStatus, actor: Actor, at: datetime.datetime) -> Case:
    """Move the case to ``to`` and note it in its history; returns the case as stored.

    Locks the row. Raises TransitionNotAllowed for a pair or role the table does not know. Whether the actor may act on
    this very case is the caller's question (permissions).
    """
    current = locked(case)
    before = CaseStatus(current.status)
    if actor.role not in TRANSITIONS.get((before, to), frozenset()):
        raise TransitionNotAllowed(f"{before} to {to} as {actor.role}")
    current.status = to
    current.closed_at = at if to == CaseStatus.CLOSED else None
    if to == CaseStatus.OPEN:
        current.opened_at = earliest(current.opened_at, at)
    current.save(update_fields=["status", "opened_at", "closed_at"])
    CaseStatusChange.objects.create(
        case=current, from_status=before, to_status=to, at=at, actor_role=actor.role, membership_id=actor.membership_id
    )
    return current


def change_jobcenter(
    *, case: Case, jobcenter: Jobcenter, team: Team | None, actor: Actor, at: datetime.datetime
) -> Case:
    """Make ``jobcenter`` responsible, with or without a team there, and log a change; returns the case as stored.

    Locks the row. The receipt time stays as it is (§ 16 (2) S. 2 SGB I). Raises TeamElsewhere.
    """
    if team is not None and team.jobcenter_id != jobcenter.pk:
        raise TeamElsewhere(team.pk)
    current = locked(case)
    before = current.jobcenter_id
    current.jobcenter, current.team = jobcenter, team
    if before != jobcenter.pk:
        current.responsible = None  # somebody of the house that had it
    current.save(update_fields=["jobcenter", "team", "responsible"])
    if before != jobcenter.pk:
        JobcenterChange.objects.create(
            case=current,
            from_jobcenter_id=before,
            to_jobcenter=jobcenter,
            at=at,
            actor_role=actor.role,
            membership_id=actor.membership_id,
        )
    return current


def earliest(*moments: datetime.datetime | None) -> datetime.datetime | None:
    """Return the earliest of the known moments: the receipt time that a joined or forwarded case keeps (ADR 0005)."""
    return min((moment for moment in moments if moment is not None), default=None)
