"""From an address to the conversation or case it names, and as whom somebody opens it."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from applications.models import Application
from applications.selectors.application import applications_visible_to
from mailbox.models import Thread
from mailbox.permissions import may_handle
from portal.cases.models import Actor, Case
from portal.cases.selectors import cases_visible_to
from portal.cases.views.actor import staff_actor_of
from portal.cases.views.reason import with_reason
from portal.desk.selectors.postbox import conversations

PURPOSE = "postbox"


def thread_of(request: HttpRequest, pk: UUID) -> tuple[Actor, Thread]:
    """Return the actor and the conversation; 404 for other jobcenters', ReasonWanted for colleagues' ones."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    visible = conversations(actor).select_related("case__jobcenter", "person__index", "team", "submission")
    thread = get_object_or_404(visible, pk=pk)
    return with_reason(request, actor, thread.case_id), thread


def case_of(request: HttpRequest, pk: UUID) -> tuple[Actor, Case]:
    """Return the actor and the case, to write something into it; 404 for who does not work on it."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    case = get_object_or_404(cases_visible_to(actor).select_related("jobcenter"), pk=pk)
    if not may_handle(actor, case):
        raise Http404
    return with_reason(request, actor, case.pk), case


def latest_application(actor: Actor, case_id: UUID) -> Application | None:
    """Return the newest application of the case: its page is that of the case. One SQL."""
    found = applications_visible_to(actor).filter(case_id=case_id).select_related("submission")
    return found.order_by("-received_at", "-pk").first()
