"""The way of staff into the room of a talk by video."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from appointments.domain.video import VideoRole, video_link
from appointments.errors import VideoNotOffered, VideoNotOpen
from portal.desk.views.appointment import to_appointment
from portal.desk.views.appointment_access import appointment_of


@require_safe
def enter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Lead in as the one who leads the talk; back to the page, with words, when the room is closed."""
    _actor, found = appointment_of(request, pk)
    name = found.membership.display_name
    try:
        return HttpResponseRedirect(video_link(found, role=VideoRole.HOST, now=timezone.now(), name=name))
    except VideoNotOpen:
        messages.info(request, _("Der Raum öffnet kurz vor dem Gespräch."))
    except VideoNotOffered:
        messages.info(request, _("Für diesen Termin gibt es keinen Videoraum. Bitte rufen Sie an."))
    return to_appointment(found)
