"""Who somebody is when they act: as a citizen by their standings, as staff by their membership."""

from datetime import UTC, datetime
from types import MappingProxyType
from uuid import UUID, uuid4

from django.utils import timezone

from portal.accounts.models import User
from portal.accounts.selectors import staff_membership
from portal.cases.enums import Role, Scope, StandingKind
from portal.cases.models import Actor, Standing
from portal.postgres.prepared import PreparedQuery

_STANDINGS: PreparedQuery[tuple[UUID, str, list[str]]] = PreparedQuery(
    lambda user_id, now: (
        Standing.objects.valid_at(now)
        .filter(user_id=user_id)
        .exclude(kind=StandingKind.STAFF)
        .values_list("case_id", "kind", "scopes")
    ),
    user_id=uuid4(),
    now=datetime.max.replace(tzinfo=UTC),
)


def actor_for_user(user: User, *, purpose: str) -> Actor:
    """Return the user as a citizen, with the scopes of every standing valid now. One SQL.

    Staff get no more than anybody else here: on citizen pages only their own standings count. Several standings on one
    case add up. Somebody who has standings as a helper or guardian only acts as helper.
    """
    scopes: dict[UUID, frozenset[Scope]] = {}
    kinds: set[str] = set()
    if user.is_active:
        for case_id, kind, granted in _STANDINGS.rows(user_id=user.pk, now=timezone.now()):
            scopes[case_id] = scopes.get(case_id, frozenset()) | {Scope(scope) for scope in granted}
            kinds.add(kind)
    helps_only = bool(kinds) and kinds <= {StandingKind.HELPER, StandingKind.GUARDIAN}
    return Actor(
        user_id=user.pk,
        role=Role.HELPER if helps_only else Role.CLAIMANT,
        scopes=MappingProxyType(scopes),
        purpose=purpose,
    )


def actor_for_staff(user: User, *, purpose: str) -> Actor | None:
    """Return the user in the function they have at their jobcenter today; None when they have none. One SQL."""
    membership = staff_membership(user) if user.is_active else None
    if membership is None:
        return None
    return Actor(
        user_id=user.pk,
        role=Role(membership.role),
        jobcenter_id=membership.jobcenter_id,
        team_id=membership.team_id,
        membership_id=membership.pk,
        purpose=purpose,
    )
