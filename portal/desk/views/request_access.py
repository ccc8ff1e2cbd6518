"""From an address to the case or the request for papers it names, and as whom somebody opens it."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from msgspec import Struct

from applications.models import Application
from applications.selectors.application import applications_visible_to, claim_of
from mailbox.models import EvidenceItem, EvidenceRequest
from mailbox.permissions import may_ask
from portal.cases.models import Actor, Case
from portal.cases.selectors import cases_visible_to
from portal.cases.views.actor import staff_actor_of
from portal.cases.views.reason import with_reason
from portal.desk.selectors.evidence import request_in_full
from portal.desk.views.documents import people_in

PURPOSE = "case_work"


class Asked(Struct, frozen=True):
    """A request, who opens it, and the application whose page is that of the case."""

    actor: Actor
    request: EvidenceRequest
    application: Application | None

    @property
    def case(self) -> Case:
        """The case it belongs to."""
        return self.request.case


def case_of(request: HttpRequest, pk: UUID) -> tuple[Actor, Case]:
    """Return the actor and the case; 404 for cases of other jobcenters, ReasonWanted for those of colleagues."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    case = get_object_or_404(cases_visible_to(actor).select_related("jobcenter"), pk=pk)
    if not may_ask(actor, case):
        raise Http404
    return with_reason(request, actor, case.pk), case


def request_of(request: HttpRequest, pk: UUID, request_pk: UUID) -> Asked:
    """Return the request with everything in it; 404 as for the case, and for requests of other cases."""
    actor, case = case_of(request, pk)
    found = request_in_full(actor, case.pk, request_pk)
    if found is None:
        raise Http404
    found.case = case
    return Asked(actor, found, application_for(actor, case, found.submission_id))


def item_of(asked: Asked, item_pk: UUID) -> EvidenceItem:
    """One thing of the request; 404 for those of others."""
    item = next((item for item in asked.request.items.all() if item.pk == item_pk), None)
    if item is None:
        raise Http404
    item.request = asked.request
    return item


def application_for(actor: Actor, case: Case, submission_id: UUID | None = None) -> Application | None:
    """The application that was handed in so, else the newest of the case; None where the case has none. One SQL."""
    found = applications_visible_to(actor).filter(case=case)
    found = found.select_related(
        "submission", "person", "case__jobcenter", "follows__submission", "follows__case__jobcenter", "follows__person"
    )
    listed = list(found.order_by("-received_at", "-pk"))
    named = next((each for each in listed if submission_id and each.submission_id == submission_id), None)
    return named or next(iter(listed), None)


def names_in(case: Case, application: Application | None) -> dict[str, str]:
    """The persons of the case by their keys, with the names that the answers have for them. One SQL."""
    told = people_in(claim_of(application)) if application else {}
    return {
        str(person.pk): told.get(person.answer_id) or person.name or ""
        for person in case.persons.all()
        if told.get(person.answer_id) or person.name
    }
