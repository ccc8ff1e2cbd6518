"""What somebody sees as the person concerned: own cases and the own person in them, never those one helps with."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from portal.accounts.models import User
from portal.cases.enums import Scope, StandingKind
from portal.cases.models import Actor, Person, Standing
from portal.cases.selectors.actor import actor_for_user


def actor_concerned(user_id: UUID, *, purpose: str) -> Actor:
    """Return the account as the person whose data it is, for work that knows its id only. Two SQL.

    Every ``…_visible_to`` of this actor leaves out cases in which the account only helps. Raises User.DoesNotExist.
    """
    return actor_for_user(User.objects.get(pk=user_id), purpose=purpose)


def own_persons(actor: Actor) -> QuerySet[Person]:
    """Return the persons the actor is, one in each own case; none for whom nothing but helping was granted."""
    if actor.user_id is None:
        return Person.objects.none()
    return Person.objects.filter(user_id=actor.user_id, case_id__in=actor.case_ids)


def cases_left_alone(actor: Actor) -> frozenset[UUID]:
    """Return the actor's cases in which nobody would be left to fill in once the actor has gone. One SQL.

    Left are other members with an account of their own, guardians and who else has a right that does not rest on the
    actor (`rights_resting_on`).
    """
    if actor.user_id is None:
        return frozenset()
    mine = actor.case_ids_with(Scope.FILL_IN)
    others = Standing.objects.valid_at(timezone.now()).filter(case_id__in=mine, scopes__contains=[Scope.FILL_IN])
    others = others.exclude(user_id=actor.user_id).exclude(pk__in=rights_resting_on(actor))
    return mine - frozenset(others.values_list("case_id", flat=True))


def rights_resting_on(actor: Actor) -> QuerySet[Standing]:
    """Return the rights of others that hold now and rest on the actor: given by her, or to act for her.

    Guardians and those whose proof the office has checked have none of these: theirs do not rest on an account.
    """
    now_valid = Standing.objects.valid_at(timezone.now()).of_others().filter(case_id__in=actor.case_ids)
    unproved = now_valid.exclude(kind=StandingKind.GUARDIAN).filter(proof_checked_at__isnull=True)
    return unproved.filter(Q(granted_by_user_id=actor.user_id) | Q(person__user_id=actor.user_id))
