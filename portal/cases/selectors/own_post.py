"""What belongs to the own post of a member of the household, and whose it is to see (§ 38 SGB II, § 35 SGB I)."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast

from portal.cases.enums import Role, Scope
from portal.cases.models import Actor

# In the own part the applicant reads that somebody has looked; whatever else a member does is nobody's business.
SEEN_BY_APPLICANT = "own_part"


Rows = Callable[[Collection[UUID]], QuerySet[Any]]
_KEPT_APART: dict[str, Rows] = {}


def keep_apart(**rows: Rows) -> None:
    """Name what no trail shows to the household: by a word a function from ids of cases to rows of a model.

    Called by ``apps.ready``, for the apps above.
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
    """Return which audit events of these cases are about the own post of somebody, or what a member did with it.

    No query of its own. What staff look at in the case as a whole is none of these.
    """
    found = Q(role=Role.MEMBER) & ~Q(purpose=SEEN_BY_APPLICANT)
    for rows in _KEPT_APART.values():
        kept = rows(case_ids).order_by()
        ids = kept.annotate(as_text=Cast("pk", CharField())).values("as_text")
        found |= Q(subject_type=kept.model._meta.label_lower, subject_id__in=ids)
    return found
