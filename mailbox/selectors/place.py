"""Where a new conversation goes: to which case, about whom."""

from collections.abc import Iterable

from django.db.models import F, Q, QuerySet
from msgspec import Struct

from mailbox.models import Thread
from portal.cases.enums import CaseStatus, Scope
from portal.cases.models import Actor, Case, Person


class Place(Struct, frozen=True):
    """Where something is written. ``thread`` None: a new conversation."""

    case: Case
    person: Person
    thread: Thread | None = None


def place_for_new(actor: Actor) -> Place | None:
    """Return the case in which the actor begins a conversation, and for whom; None when there is none.

    A member of the household with own post begins it for themselves, though the case is another's.
    The case that was opened last and is not closed; else the one closed last. Whoever acts writes for the person they
    act for, everybody else for themselves. Two queries.
    """
    case = (
        _cases(actor)
        .select_related("jobcenter", "team__office")
        .order_by(F("closed_at").desc(nulls_first=True), "-opened_at")
        .first()
    )
    if case is None:
        return None
    person = _person(actor, Person.objects.filter(case=case))
    return Place(case, person) if person is not None else None


def may_begin(actor: Actor) -> bool:
    """Whether there is a case in which the actor could begin a conversation. One query."""
    return _cases(actor).exists()


def _cases(actor: Actor) -> QuerySet[Case]:
    sends = Q(pk__in=actor.case_ids_with(Scope.SEND))
    if actor.user_id is not None and actor.acting_for is None:
        alone = Person.objects.filter(user_id=actor.user_id, is_applicant=False, wants_own_post_since__isnull=False)
        sends |= Q(pk__in=alone.filter(case_id__in=actor.case_ids_with(Scope.OWN_PART)).values("case_id"))
    return Case.objects.filter(sends).exclude(status=CaseStatus.PROSPECTIVE)


def _person(actor: Actor, persons: Iterable[Person]) -> Person | None:
    found = list(persons)
    applicant = next((each for each in found if each.is_applicant), None)
    if actor.acting_for is not None:
        wanted = actor.acting_for.person_id
        return applicant if wanted is None else next((each for each in found if each.pk == wanted), None)
    own = (each for each in found if actor.user_id is not None and each.user_id == actor.user_id)
    return next(own, applicant)
