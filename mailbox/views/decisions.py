"""A decision or letter of the office as the person sees it, and its file."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_safe

from mailbox.domain.decision_clock import clock_of
from mailbox.domain.decision_words import post_in_words
from mailbox.enums import Delivery, Instruction
from mailbox.models import Decision
from mailbox.selectors import decisions_to_show
from mailbox.services import open_decision
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of, is_guest
from portal.documents.views.responses import file_response

PURPOSE = "decision"


@require_safe
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came, how it counts, what can be done now. 404 for others', and for who may not read decisions."""
    actor, decision = _decision_of(request, pk)
    note_seen(actor=actor, case_id=decision.case_id, shown=[Shown.MESSAGES], subject=decision)
    is_to_others = bool(decision.message and decision.message.addressed_to)
    request.jobcenter_id = decision.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
    context = {
        "decision": decision,
        "document": decision.document,
        "clock": clock_of(decision),
        "is_by_post": decision.delivery == Delivery.POST,
        "why_by_post": post_in_words(decision, is_to_others=is_to_others),
        "is_copy": is_to_others and actor.acting_for is None,
        "may_object": decision.instruction != Instruction.NONE,
        "guest": is_guest(request),
    }
    response = render(request, "mailbox/decision.html", context)
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response


@require_GET
def file(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The file as the office has placed it, byte for byte; that it was opened is noted first."""
    actor, decision = _decision_of(request, pk)
    try:
        content = open_decision(actor=actor, decision=decision)
    except NotPermitted:
        raise Http404 from None
    return file_response(
        content.pieces, name=decision.document.original_name, media_type=content.media_type, size=content.size
    )


def _decision_of(request: HttpRequest, pk: UUID) -> tuple[Actor, Decision]:
    actor = actor_of(request, purpose=PURPOSE)
    return actor, get_object_or_404(decisions_to_show(actor), pk=pk)
