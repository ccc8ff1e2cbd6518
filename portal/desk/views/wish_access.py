"""From an address to the wish, the offer or the case it names, and as whom somebody opens it."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse

from appointments.models import Offer, Wish
from appointments.permissions import may_arrange
from appointments.selectors import offers_visible_to, wishes_visible_to
from portal.cases.models import Actor, Case
from portal.cases.selectors import cases_visible_to
from portal.cases.views.actor import staff_actor_of
from portal.cases.views.reason import with_reason

PURPOSE = "appointment"


def wish_of(request: HttpRequest, pk: UUID) -> tuple[Actor, Wish]:
    """Return the actor and the wish; 404 for other jobcenters', ReasonWanted for colleagues' cases."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    wish = get_object_or_404(wishes_visible_to(actor).select_related("case__jobcenter", "team", "settled_by"), pk=pk)
    return with_reason(request, actor, wish.case_id), wish


def offer_of(request: HttpRequest, pk: UUID) -> tuple[Actor, Offer]:
    """The same for an offer."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    offer = get_object_or_404(offers_visible_to(actor).select_related("case__jobcenter", "sent_by", "wish"), pk=pk)
    return with_reason(request, actor, offer.case_id), offer


def case_to_arrange(request: HttpRequest, pk: UUID) -> tuple[Actor, Case]:
    """Return the actor and the case in which somebody is invited; 404 for who does not work on it."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    case = get_object_or_404(cases_visible_to(actor).select_related("jobcenter", "team"), pk=pk)
    applicant = case.persons.first()
    if applicant is None or not may_arrange(actor, case, applicant):
        raise Http404
    return with_reason(request, actor, case.pk), case


def summon_url(case: Case) -> str:
    """Where a formal summons is written."""
    try:
        return reverse("desk:summon", args=[case.pk])
    except NoReverseMatch:
        return ""
