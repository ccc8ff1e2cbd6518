"""Prepare, open and hand over a case."""

import datetime

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import Jobcenter, Team, User
from portal.audit.services import record
from portal.cases.domain.guest_access import prolong_after_sending
from portal.cases.domain.invitation import MOST_WAITING
from portal.cases.domain.lifecycle import change_jobcenter, change_status, earliest, locked
from portal.cases.enums import ALL_SCOPES, CaseStatus, Scope, StandingKind
from portal.cases.errors import NotPermitted, TooManyInvitations
from portal.cases.events import CASE_ASSIGNED, CASE_OPENED, CASE_PREPARED, STANDING_GRANTED
from portal.cases.models import Actor, Case, Person, Standing
from portal.cases.permissions import may_admit, may_assign_jobcenter
from portal.cases.selectors import actor_for_user, begun_for_others

BEGUN_WITH = frozenset({Scope.FILL_IN, Scope.UPLOAD})  # what a helper may do in a case that they have begun


def case_to_fill_in(*, actor: Actor) -> tuple[Case, Person]:
    """Return the case on which the actor begins something, and for which person of it.

    Who acts for somebody, and guests: the one case they are on. Everybody else: their own (`open_prospective_case`).
    Raises NotPermitted for staff and the system, and without the scope to fill in.
    """
    if actor.user_id is not None and actor.acting_for is None and actor.is_citizen:
        return open_prospective_case(user=User.objects.get(pk=actor.user_id))
    case = Case.objects.filter(pk__in=actor.case_ids_with(Scope.FILL_IN)).first()
    person = _helped_person(actor, case) if case else None
    if case is None or person is None:
        raise NotPermitted
    return case, person


def _helped_person(actor: Actor, case: Case) -> Person | None:
    persons = Person.objects.filter(case=case)
    if actor.acting_for is not None and actor.acting_for.person_id is not None:
        return persons.filter(pk=actor.acting_for.person_id).first()
    return persons.filter(is_applicant=True).first()


@transaction.atomic
def open_prospective_case(*, user: User) -> tuple[Case, Person]:
    """Return the user's own current case and the user's person in it; makes a prospective one if there is none.

    Current means not closed; an open case is preferred to one in preparation. Two requests at the same moment get the
    same case: the user's row is locked while one is made. An Actor made before does not know a new case yet.
    """
    found = _current_own(user)
    if found is None:
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        found = _current_own(user) or _prepare(user)
    return found


def _current_own(user: User) -> tuple[Case, Person] | None:
    standings = Standing.objects.own().valid_at(timezone.now()).filter(user=user, person__isnull=False)
    current = standings.exclude(case__status=CaseStatus.CLOSED).select_related("case", "person")
    standing = current.order_by("case__opened_at", "created_at").first()  # PostgreSQL sorts "not opened yet" last
    if standing is None or standing.person is None:
        return None
    return standing.case, standing.person


@transaction.atomic
def begin_for_somebody(*, actor: Actor, known_as: str, helper_name: str, ends_at: datetime.datetime) -> Standing:
    """A helper begins a case for a person without an account; returns the standing to fill in and upload, not to send.

    ``known_as`` is what the helper calls the person, ``helper_name`` what the person calls the helper. Nobody but the
    helper knows of the case until it is handed over. Raises NotPermitted for who has no account or is acting for
    somebody already, and TooManyInvitations when too many wait to be handed over.
    """
    if actor.user_id is None or actor.acting_for is not None or not actor.is_citizen:
        raise NotPermitted
    user = User.objects.select_for_update(no_key=True).get(pk=actor.user_id)
    if begun_for_others(actor).filter(case__status=CaseStatus.PROSPECTIVE).count() >= MOST_WAITING:
        raise TooManyInvitations
    case = Case.objects.create()
    standing = Standing.objects.create(
        case=case,
        person=Person.objects.create(case=case, is_applicant=True),
        user=user,
        kind=StandingKind.HELPER,
        scopes=sorted(BEGUN_WITH),
        valid_to=ends_at,
        holder_name=helper_name,
        known_as=known_as,
        granted_by_user=user,
    )
    record(actor, CASE_PREPARED, subject=case, case_id=case.pk)
    record(actor, STANDING_GRANTED, subject=standing, case_id=case.pk)
    return standing


def _prepare(user: User) -> tuple[Case, Person]:
    case = Case.objects.create()
    person = Person.objects.create(case=case, user=user, is_applicant=True)
    standing = Standing.objects.create(
        case=case, person=person, user=user, kind=StandingKind.OWN, scopes=sorted(ALL_SCOPES), granted_by_user=user
    )
    actor = actor_for_user(user, purpose="prepare_case")
    record(actor, CASE_PREPARED, subject=case, case_id=case.pk)
    record(actor, STANDING_GRANTED, subject=standing, case_id=case.pk)
    return case, person


@transaction.atomic
def admit_case(*, actor: Actor, case: Case, jobcenter: Jobcenter | None, at: datetime.datetime) -> Case:
    """Open the case with its first submission received ``at``; returns the case as stored.

    ``jobcenter`` None means that nobody knows yet who is responsible: the case goes to the clearing list. A case that
    is open already stays with its jobcenter, only an earlier ``at`` moves its opening back; a closed one opens again.
    The code of somebody without an account now opens it for a year. Raises NotPermitted.
    """
    if not may_admit(actor, case):
        raise NotPermitted(case.pk)
    current = locked(case)
    prolong_after_sending(current)
    if current.status == CaseStatus.OPEN:
        return _admit_again(actor, current, jobcenter, at)
    current = change_status(case=current, to=CaseStatus.OPEN, actor=actor, at=at)
    if jobcenter is not None and current.jobcenter_id is None:
        current = change_jobcenter(case=current, jobcenter=jobcenter, team=None, actor=actor, at=at)
    record(actor, CASE_OPENED, subject=current, case_id=current.pk)
    return current


def _admit_again(actor: Actor, case: Case, jobcenter: Jobcenter | None, at: datetime.datetime) -> Case:
    opened_at = earliest(case.opened_at, at)
    if opened_at != case.opened_at:
        case.opened_at = opened_at
        case.save(update_fields=["opened_at"])
    if jobcenter is not None and case.jobcenter_id is None:  # a later submission names a clear postcode
        case = change_jobcenter(case=case, jobcenter=jobcenter, team=None, actor=actor, at=at)
        record(actor, CASE_ASSIGNED, subject=case, case_id=case.pk)
    return case


@transaction.atomic
def assign_jobcenter(*, actor: Actor, case: Case, jobcenter: Jobcenter, team: Team | None = None) -> Case:
    """Give the case to a jobcenter, from the clearing list or by forwarding; returns the case as stored.

    The receipt time does not change (§ 16 (2) S. 2 SGB I). Raises NotPermitted and TeamElsewhere.
    """
    current = locked(case)
    if not may_assign_jobcenter(actor, current):
        raise NotPermitted(case.pk)
    current = change_jobcenter(case=current, jobcenter=jobcenter, team=team, actor=actor, at=timezone.now())
    record(actor, CASE_ASSIGNED, subject=current, case_id=current.pk)
    return current
