"""What belongs to the own post of a member of the household, and whose it is to see (§ 38 SGB II, § 35 SGB I)."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast

from portal.audit.models import ActorKey, AuditEvent
from portal.audit.selectors import events_for_case
from portal.cases.enums import Role, Scope
from portal.cases.models import Actor, Person

# In the own part the applicant reads that somebody has looked; whatever else a member does is nobody's business.
SEEN_BY_APPLICANT = "own_part"
AS_ONESELF = frozenset({Role.MEMBER, Role.CLAIMANT})  # who is the applicant of another case acts as claimant here, too


Rows = Callable[[Collection[UUID]], QuerySet[Any]]
_KEPT_APART: dict[str, Rows] = {}


def keep_apart(**rows: Rows) -> None:
    """Name what no trail shows to the household: by a word a function from ids of cases to rows of a model.

    Rows of `Person` stand for all that these people did in the case. Called by ``apps.ready``, for the apps above.
    """
    _KEPT_APART.update(rows)


def own_post_of(actor: Actor, scope: Scope = Scope.READ_POSTBOX) -> Q:
    """Return what of all rows with ``case`` and ``person`` is the actor's own post, or that of whom they represent.

    The member of a household in the own affairs; whoever represents them by right, with a checked proof and the
    ``scope`` (§ 13 (3) SGB X). For everybody else nothing, however much of the case they may read.
    """
    acting = actor.acting_for
    if acting is not None:
        if not acting.is_by_right or acting.person_id is None or not actor.may(scope, acting.case_id):
            return Q(pk__in=[])
        return Q(case_id=acting.case_id, person_id=acting.person_id)
    if actor.user_id is None:
        return Q(pk__in=[])
    return Q(case_id__in=actor.case_ids_with(Scope.OWN_PART), person__user_id=actor.user_id)


def of_own_post(case_ids: Collection[UUID]) -> Q:
    """Return which audit events of these cases are about the own post of somebody, or what such a member did there.

    No query of its own. What staff look at in the case as a whole is none of these.
    """
    found = Q(pk__in=[])
    for rows in _KEPT_APART.values():
        kept = rows(case_ids).order_by()
        if kept.model is Person:
            keys = ActorKey.objects.filter(user__in=kept.values("user")).values("key")
            found |= Q(role__in=AS_ONESELF, actor_key__in=keys) & ~Q(purpose=SEEN_BY_APPLICANT)
            continue
        ids = kept.annotate(as_text=Cast("pk", CharField())).values("as_text")
        found |= Q(subject_type=kept.model._meta.label_lower, subject_id__in=ids)
    return found


def events_to_show(person: Person) -> QuerySet[AuditEvent]:
    """The events of her case, newest first; the applicant's without what is about the own post of others. One query."""
    events = events_for_case(person.case_id)
    return events.exclude(of_own_post([person.case_id])) if person.is_applicant else events
