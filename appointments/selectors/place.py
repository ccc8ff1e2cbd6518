"""Where somebody asks for an appointment: in which case, for whom."""

from django.db.models import F
from msgspec import Struct

from portal.cases.enums import CaseStatus, Scope
from portal.cases.models import Actor, Case, Person


class Place(Struct, frozen=True):
    """The case and the person of it."""

    case: Case
    person: Person


def place_for(actor: Actor) -> Place | None:
    """Return the case in which the actor asks for appointments, and for whom; None when there is none.

    The case that was opened last and is not closed, else the one closed last; one in preparation only where nothing
    else is and the actor may send from it (a wish opens it). Whoever acts asks for the person they act for, everybody
    else for themselves. Two queries.
    """
    allowed = actor.case_ids_with(Scope.APPOINTMENTS)
    if actor.acting_for is None and actor.user_id is not None:
        allowed |= actor.case_ids_with(Scope.OWN_PART)
    cases = Case.objects.filter(pk__in=allowed).select_related("jobcenter", "team__office")
    found = list(cases.order_by(F("closed_at").desc(nulls_first=True), F("opened_at").desc(nulls_last=True)))
    open_first = sorted(found, key=lambda case: case.status == CaseStatus.PROSPECTIVE)
    case = next((each for each in open_first if _can_be_used(actor, each)), None)
    person = _person(actor, case) if case is not None else None
    return Place(case, person) if case is not None and person is not None else None


def _can_be_used(actor: Actor, case: Case) -> bool:
    return case.status != CaseStatus.PROSPECTIVE or actor.may(Scope.SEND, case.pk)


def _person(actor: Actor, case: Case) -> Person | None:
    persons = list(Person.objects.filter(case=case))
    applicant = next((each for each in persons if each.is_applicant), None)
    if actor.acting_for is not None:
        wanted = actor.acting_for.person_id
        return applicant if wanted is None else next((each for each in persons if each.pk == wanted), None)
    own = next((each for each in persons if actor.user_id is not None and each.user_id == actor.user_id), None)
    if own is not None or actor.may(Scope.APPOINTMENTS, case.pk):
        return own or applicant
    return None
