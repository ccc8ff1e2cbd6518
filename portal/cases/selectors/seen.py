"""Who has seen a case. What counts as somebody else's look stands in `portal.cases.services.seen`."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from portal.audit.models import ActorKey, AuditEvent
from portal.cases.enums import OWN_EYES, Role, Shown
from portal.cases.events import SEEN
from portal.cases.models import Actor, Standing
from portal.cases.selectors.own_post import of_own_post

_KINDS = {event.code: kind for kind, event in SEEN.items()}


def shown_by(code: str) -> Shown | None:
    """Return what an event of this code let somebody see; None for all other events."""
    return _KINDS.get(code)


def cases_overseen_by(actor: Actor) -> frozenset[UUID]:
    """Return the cases of which the actor may know who has seen them: the own ones, or a guardian's. One SQL or none.

    Others who help may not: whom the person meets at the office, or who else helps, is not for them to know.
    """
    if actor.role is Role.GUARDIAN:
        return actor.case_ids
    if actor.role is not Role.CLAIMANT or actor.user_id is None:
        return frozenset()
    own = Standing.objects.own().valid_at(timezone.now()).filter(user_id=actor.user_id)
    return frozenset(own.values_list("case_id", flat=True))


def looks_of_others(actor: Actor, case_ids: Collection[UUID]) -> QuerySet[AuditEvent]:
    """Return every look at these cases that was not the person's and not the actor's own.

    What belongs to the own post of somebody in the household is left out: who lives with them is not to know of it.
    """
    looks = AuditEvent.objects.filter(case_id__in=case_ids, event__in=_KINDS).exclude(role__in=OWN_EYES)
    own_keys = ActorKey.objects.filter(user__isnull=False, user=actor.user_id).values("key")
    return looks.exclude(role=actor.role, actor_key__in=own_keys).exclude(of_own_post(case_ids))
