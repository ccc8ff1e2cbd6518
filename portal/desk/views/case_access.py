"""From an address to the application it names, and as whom somebody opens it."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from applications.models import Application
from applications.selectors.application import applications_visible_to
from portal.cases.models import Actor
from portal.cases.views.actor import staff_actor_of
from portal.cases.views.reason import with_reason


def application_of(request: HttpRequest, pk: UUID, *, purpose: str) -> tuple[Actor, Application]:
    """Return the actor and the application; 404 for those of other jobcenters, ReasonWanted for those of colleagues."""
    actor = staff_actor_of(request, purpose=purpose)
    visible = applications_visible_to(actor).select_related(
        "case__jobcenter", "person__index", "submission__receipt", "assigned_to", "team"
    )
    application = get_object_or_404(visible, pk=pk)
    return with_reason(request, actor, application.case_id), application
