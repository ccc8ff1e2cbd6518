"""Let somebody act on a case, and end it. Both sides are told by whoever subscribes to the facts."""

import datetime
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import Organisation, User
from portal.audit.services import record
from portal.cases.domain.periods import months_later
from portal.cases.enums import ACTING_AS, ON_ONES_WORD, GuardianTask, Scope, StandingKind
from portal.cases.errors import GrantNotPossible, NotPermitted
from portal.cases.events import STANDING_ENDED, STANDING_EXTENDED, STANDING_GRANTED
from portal.cases.models import Actor, Case, Person, Standing
from portal.cases.permissions import may_end, may_grant
from portal.discreet import Discreet
from portal.outbox.services import publish

GRANTED = "standing.granted"
ENDED = "standing.ended"
EXTENDED = "standing.extended"


class Grant(Discreet, frozen=True, kw_only=True):
    """What somebody is to be allowed. ``holder``: an account or an organisation; ``ends_at`` None: until it is ended,
    ``starts_at`` None or past: at once.

    ``holder_name`` and ``known_as`` are what the two sides call each other.
    """

    kind: StandingKind
    holder: User | Organisation
    scopes: Collection[Scope]
    starts_at: datetime.datetime | None = None
    ends_at: datetime.datetime | None = None
    holder_name: str = ""
    known_as: str = ""
    tasks: Collection[GuardianTask] = ()
    has_reservation: bool = False
    proof: str | None = None


@transaction.atomic
def grant_standing(*, actor: Actor, case: Case, person: Person | None, grant: Grant) -> Standing:
    """Store a grant on the case, for ``person`` or for the whole case; returns the standing.

    Publishes ``standing.granted``. Raises NotPermitted, and GrantNotPossible without scopes, with an end in the past
    or before the beginning, or for a person of another case.
    """
    if not may_grant(actor, case):
        raise NotPermitted(case.pk)
    return store_standing(actor=actor, case=case, person=person, grant=grant)


def store_standing(*, actor: Actor, case: Case, person: Person | None, grant: Grant) -> Standing:
    """As `grant_standing`, for use cases that have asked already, such as saying yes to an invitation."""
    now = timezone.now()
    start = max(now, grant.starts_at or now)
    if not grant.scopes or (grant.ends_at and grant.ends_at <= start) or (person and person.case_id != case.pk):
        raise GrantNotPossible
    standing = Standing.objects.create(
        case=case,
        person=person,
        user=grant.holder if isinstance(grant.holder, User) else None,
        organisation=grant.holder if isinstance(grant.holder, Organisation) else None,
        kind=grant.kind,
        scopes=sorted(grant.scopes),
        valid_from=start,
        valid_to=grant.ends_at,
        holder_name=grant.holder_name,
        known_as=grant.known_as,
        tasks=sorted(grant.tasks),
        has_reservation=grant.has_reservation,
        proof=grant.proof,
        granted_by_user_id=actor.user_id,
    )
    record(actor, STANDING_GRANTED, subject=standing, case_id=case.pk)
    publish(GRANTED, standing.pk)
    return standing


@transaction.atomic
def end_standing(*, actor: Actor, standing: Standing) -> Standing:
    """End it at once, by either side; ending twice is the same as once. Returns it as stored.

    Own standings of people on their own case end by closing the account only. Publishes ``standing.ended``. Raises
    NotPermitted.
    """
    current = Standing.objects.select_for_update(of=("self",)).select_related("case").get(pk=standing.pk)
    if current.kind not in ACTING_AS or not may_end(actor, current):
        raise NotPermitted(standing.pk)
    end_for_other(actor=actor, standing=current)
    return current


def end_for_other(*, actor: Actor, standing: Standing) -> None:
    """As `end_standing`, for use cases that have asked already; ``standing`` is changed in place."""
    if standing.revoked_at is None:
        standing.revoked_at = timezone.now()
        standing.save(update_fields=["revoked_at"])
        record(actor, STANDING_ENDED, subject=standing, case_id=standing.case_id)
        publish(ENDED, standing.pk)


@transaction.atomic
def extend_standing(*, actor: Actor, standing: Standing, months: int) -> Standing:
    """Let it hold ``months`` longer than it would, or from now on when that is over; returns it as stored.

    What was ended by somebody stays ended. Publishes ``standing.extended``. Raises NotPermitted, and GrantNotPossible
    for what has no end or was ended.
    """
    current = Standing.objects.select_for_update(of=("self",)).select_related("case").get(pk=standing.pk)
    if current.kind not in ON_ONES_WORD or not may_grant(actor, current.case):
        raise NotPermitted(standing.pk)
    if current.revoked_at is not None or current.valid_to is None:
        raise GrantNotPossible
    current.valid_to = months_later(max(current.valid_to, timezone.now()), months)
    current.reminded_at = None
    current.save(update_fields=["valid_to", "reminded_at"])
    record(actor, STANDING_EXTENDED, subject=current, case_id=current.case_id)
    publish(EXTENDED, current.pk)
    return current
