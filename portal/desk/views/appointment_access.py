"""From an address to the appointment it names, and as whom somebody opens it."""

from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from appointments.models import Appointment, Summons
from appointments.selectors import appointments_visible_to
from mailbox.permissions import may_handle
from portal.cases.models import Actor, Case
from portal.cases.selectors import cases_visible_to
from portal.cases.views.actor import staff_actor_of
from portal.cases.views.reason import with_reason

PURPOSE = "appointment"


def case_to_arrange(request: HttpRequest, pk: UUID) -> tuple[Actor, Case]:
    """Return the actor and the case, to arrange appointments in it; 404 for who does not work on it."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    case = get_object_or_404(cases_visible_to(actor).select_related("jobcenter"), pk=pk)
    if not may_handle(actor, case):
        raise Http404
    return with_reason(request, actor, case.pk), case


def appointment_of(request: HttpRequest, pk: UUID) -> tuple[Actor, Appointment]:
    """Return the actor and the appointment; 404 for those of other jobcenters, ReasonWanted for colleagues' cases."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    letters = Summons.objects.select_related("sent_by", "message", "document__stored", "office", "invitation")
    visible = (
        appointments_visible_to(actor)
        .select_related(
            "case__jobcenter",
            "person__index",
            "service__jobcenter",
            "membership__team__office",
            "membership__user",
        )
        .prefetch_related(Prefetch("summonses", queryset=letters))
    )
    appointment = get_object_or_404(visible, pk=pk)
    return with_reason(request, actor, appointment.case_id), appointment
