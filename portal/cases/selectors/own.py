"""What somebody sees as the person concerned: own cases and the own person in them, never those one helps with."""

from types import MappingProxyType
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from portal.cases.enums import Role, Scope, StandingKind
from portal.cases.models import Actor, Person, Standing

CONCERNED = (StandingKind.OWN, StandingKind.MEMBER)


def actor_concerned(user_id: UUID, *, purpose: str) -> Actor:
    """Return the account as the person whose data it is: own standings only, none of a helper or guardian. One SQL.

    Every ``…_visible_to`` of this actor leaves out cases in which the account only helps.
    """
    scopes: dict[UUID, frozenset[Scope]] = {}
    standings = Standing.objects.valid_at(timezone.now()).filter(user_id=user_id, kind__in=CONCERNED)
    for case_id, granted in standings.values_list("case_id", "scopes"):
        scopes[case_id] = scopes.get(case_id, frozenset()) | {Scope(scope) for scope in granted}
    return Actor(role=Role.CLAIMANT, user_id=user_id, scopes=MappingProxyType(scopes), purpose=purpose)


def own_persons(actor: Actor) -> QuerySet[Person]:
    """Return the persons the actor is, one in each own case; none for whom nothing but helping was granted."""
    if actor.user_id is None:
        return Person.objects.none()
    return Person.objects.filter(user_id=actor.user_id, case_id__in=actor.case_ids)


def cases_left_alone(actor: Actor) -> frozenset[UUID]:
    """Return the actor's cases in which nobody would be left to fill in once the actor has gone. One SQL.

    Left are other members with an account of their own and guardians; a helper's right ends together with the person's.
    """
    if actor.user_id is None:
        return frozenset()
    mine = actor.case_ids_with(Scope.FILL_IN)
    others = Standing.objects.valid_at(timezone.now()).filter(case_id__in=mine, scopes__contains=[Scope.FILL_IN])
    taken = others.exclude(user_id=actor.user_id).exclude(kind=StandingKind.HELPER).values_list("case_id", flat=True)
    return mine - frozenset(taken)


def helpers_of(actor: Actor) -> QuerySet[Standing]:
    """Return the helpers' rights that hold now and rest on the actor: given by her, or to act for her.

    Guardians and representatives whose proof the office has checked are none: theirs do not rest on an account.
    """
    now_valid = Standing.objects.valid_at(timezone.now()).filter(kind=StandingKind.HELPER, case_id__in=actor.case_ids)
    return now_valid.filter(Q(granted_by_user_id=actor.user_id) | Q(person__user_id=actor.user_id))
