"""What members of staff do with an application. Always: permission, change, audit, outbox."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from applications.domain.lifecycle import NEEDS_NOTE, TRANSITIONS, change_status, next_statuses
from applications.enums import ApplicationStatus, ChecksState, FindingState
from applications.errors import NotAColleague, NotAllowed, ReasonMissing
from applications.events import (
    APPLICATION_ASSIGNED,
    APPLICATION_FORWARDED,
    APPLICATION_MOVED,
    CHECKS_REPEATED,
    FINDING_DECIDED,
)
from applications.models import Application, Finding, StatusChange
from applications.permissions.application import may_be_given_to, may_move, may_name_jobcenter, may_work_on
from applications.selectors.application import applications_visible_to
from portal.accounts.models import Jobcenter, StaffMembership
from portal.audit.services import record
from portal.cases.models import Actor
from portal.cases.services import assign_jobcenter, set_responsible
from portal.outbox.services import publish

# A colleague who reads "not relevant" must be able to see why; other states speak for themselves.
STATES_WITH_REASON = frozenset({FindingState.NOT_RELEVANT, FindingState.EXPLAINED})
FOLLOWING_FROM_DEEDS = frozenset({ApplicationStatus.RECEIVED, ApplicationStatus.ASSIGNED, ApplicationStatus.FORWARDED})
WAITING_FOR_SOMEBODY = frozenset({ApplicationStatus.RECEIVED, ApplicationStatus.FORWARDED})


def possible_steps(*, actor: Actor, application: Application) -> tuple[ApplicationStatus, ...]:
    """Return the statuses the actor may choose next, the usual one first; none while no jobcenter is responsible.

    Left out is what follows from other deeds: received and assigned from ``assign_application``, forwarded from
    ``name_jobcenter``.
    """
    if not may_move(actor=actor, application=application):
        return ()
    steps = next_statuses(status=application.status, role=actor.role)
    return tuple(status for status in steps if status not in FOLLOWING_FROM_DEEDS)


@transaction.atomic
def move_application(*, actor: Actor, application: Application, to: ApplicationStatus, note: str = "") -> StatusChange:
    """Take one step of the status table. Raises NotAllowed, TransitionNotAllowed, ReasonMissing (`NEEDS_NOTE`)."""
    if not may_move(actor=actor, application=application):
        raise NotAllowed(to)
    if to in NEEDS_NOTE and not note.strip():
        raise ReasonMissing(to)
    change = change_status(application=application, to=to, actor=actor, note=note, at=timezone.now())
    record(actor, APPLICATION_MOVED, subject=application, case_id=application.case_id)
    publish("application.moved", application.pk)
    return change


@transaction.atomic
def assign_application(*, actor: Actor, application: Application, membership: StaffMembership | None) -> None:
    """Give the application to a colleague, or back to the team with None.

    A new application counts as assigned from then on, an assigned one given back as received. Nothing happens when the
    colleague has it already. Raises NotAllowed, and NotAColleague for somebody of another or no current jobcenter.
    """
    locked = Application.objects.select_for_update(of=("self",)).select_related("case").get(pk=application.pk)
    if not may_work_on(actor=actor, application=locked):
        raise NotAllowed("assign")
    if membership is not None:
        _require_colleague(locked, membership)
    before = locked.assigned_to_id
    if before == (membership.pk if membership else None):
        return
    locked.assigned_to = membership
    locked.team_id = membership.team_id if membership and membership.team_id else locked.team_id
    locked.save(update_fields=["assigned_to", "team"])
    application.assigned_to, application.team_id = membership, locked.team_id
    _follow_assignment(actor=actor, application=application, at=timezone.now())
    _name_responsible(actor, locked, before)
    record(actor, APPLICATION_ASSIGNED, subject=application, case_id=application.case_id)
    publish("application.assigned", application.pk)


@transaction.atomic
def assign_applications(*, actor: Actor, application_ids: Collection[UUID], membership: StaffMembership) -> int:
    """Give several applications to a colleague, all or none; return how many.

    Ids the actor may not see are passed over, as if they did not exist. Raises NotAllowed and NotAColleague.
    """
    found = list(applications_visible_to(actor).filter(pk__in=application_ids).order_by("pk"))
    for application in found:
        assign_application(actor=actor, application=application, membership=membership)
    return len(found)


@transaction.atomic
def decide_finding(*, actor: Actor, finding: Finding, state: FindingState, reason: str = "") -> None:
    """Note what became of a finding: asked, explained, resolved, not relevant, or open again.

    Raises NotAllowed, and ReasonMissing when a colleague could not understand the decision without one.
    """
    if not may_work_on(actor=actor, application=finding.application):
        raise NotAllowed(state)
    reason = reason.strip()
    if state in STATES_WITH_REASON and not reason:
        raise ReasonMissing(state)
    locked = Finding.objects.select_for_update(of=("self",)).get(pk=finding.pk)
    locked.state = state
    locked.reason = reason
    locked.decided_by_id = actor.membership_id
    locked.decided_at = timezone.now()
    locked.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    record(actor, FINDING_DECIDED, subject=locked, case_id=finding.application.case_id)
    publish("finding.decided", locked.pk)


@transaction.atomic
def decide_findings(*, actor: Actor, findings: Iterable[Finding], state: FindingState, reason: str = "") -> None:
    """The same for several: all of them or none. Raises as ``decide_finding``."""
    for finding in findings:
        decide_finding(actor=actor, finding=finding, state=state, reason=reason)


@transaction.atomic
def repeat_checks(*, actor: Actor, application: Application) -> None:
    """Ask the worker to run the automatic checks once more. Raises NotAllowed."""
    if not may_work_on(actor=actor, application=application):
        raise NotAllowed("checks")
    application.checks_state = ChecksState.PENDING
    application.save(update_fields=["checks_state"])
    record(actor, CHECKS_REPEATED, subject=application, case_id=application.case_id)
    publish("application.checks_wanted", application.pk)


@transaction.atomic
def name_jobcenter(*, actor: Actor, application: Application, jobcenter: Jobcenter, note: str = "") -> None:
    """Give the whole case to the jobcenter that is responsible; the time of receipt stays (§ 16 Abs. 2 SGB I).

    From the clearing list or on to another house. Every application of the case goes along; those nobody has begun with
    are shown as forwarded. Raises NotAllowed.
    """
    if not may_name_jobcenter(actor=actor, application=application):
        raise NotAllowed("jobcenter")
    at = timezone.now()
    assign_jobcenter(actor=actor, case=application.case, jobcenter=jobcenter)
    siblings = Application.objects.select_for_update(of=("self",)).filter(case_id=application.case_id).order_by("pk")
    for each in siblings:
        each.team, each.assigned_to = None, None
        each.save(update_fields=["team", "assigned_to"])
        if actor.role in TRANSITIONS.get((ApplicationStatus(each.status), ApplicationStatus.FORWARDED), frozenset()):
            change_status(application=each, to=ApplicationStatus.FORWARDED, actor=actor, note=note, at=at)
        record(actor, APPLICATION_FORWARDED, subject=each, case_id=each.case_id)
        publish("application.checks_wanted", each.pk)  # another house has other limits for housing costs


def _require_colleague(application: Application, membership: StaffMembership) -> None:
    is_current = StaffMembership.objects.current().filter(pk=membership.pk).exists()
    if not is_current or not may_be_given_to(application=application, membership=membership):
        raise NotAColleague


def _name_responsible(actor: Actor, application: Application, before: UUID | None) -> None:
    """Whoever looks after the latest application is whom the person turns to; given back to the team, nobody is."""
    newer = Application.objects.filter(case_id=application.case_id, created_at__gt=application.created_at)
    case, now = application.case, application.assigned_to_id
    if newer.exists() or (now is None and case.responsible_id != before):
        return
    set_responsible(actor=actor, case=case, membership_id=now)


def _follow_assignment(*, actor: Actor, application: Application, at: datetime) -> None:
    status = ApplicationStatus(application.status)
    if application.assigned_to_id and status in WAITING_FOR_SOMEBODY:
        change_status(application=application, to=ApplicationStatus.ASSIGNED, actor=actor, at=at)
    elif application.assigned_to_id is None and status is ApplicationStatus.ASSIGNED:
        change_status(application=application, to=ApplicationStatus.RECEIVED, actor=actor, at=at)
