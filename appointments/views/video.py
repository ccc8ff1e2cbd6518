"""The talk by video: when the room is open, the way in, and whether camera and microphone work."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_permissions_policy.decorators import permissions_policy_override

from appointments.domain.links import open_link, open_participant_link
from appointments.domain.video import VideoRole, video_hours, video_link
from appointments.enums import Channel
from appointments.errors import LinkNotValid, VideoNotOffered, VideoNotOpen
from appointments.models import Appointment
from appointments.selectors import appointments_visible_to
from portal.cases.selectors import responsible_for
from portal.cases.views.actor import actor_of, known_actor_of
from portal.ui.security_headers import PERMISSIONS_POLICY

WITH_CAMERA: dict[str, str | list[str] | tuple[str]] = {
    **PERMISSIONS_POLICY,
    "camera": ["self"],
    "microphone": ["self"],
}


@require_safe
@never_cache
def room(request: HttpRequest, pk: UUID) -> HttpResponse:
    """When the room opens, the way in, and the phone beside it."""
    return _page(request, _own(request, pk), "appointments:video_enter", str(pk))


@require_safe
@never_cache
def enter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Lead into the room; back to the page when it is closed."""
    return _into_room(_own(request, pk), VideoRole.GUEST) or redirect("appointments:video", pk=pk)


@require_safe
@never_cache
@login_not_required
def room_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same for who has the link of the appointment or of somebody who comes along; 404 for any other."""
    appointment, _role = _by_link(request, token)
    return _page(request, appointment, "appointments:video_enter_by_link", token)


@require_safe
@never_cache
@login_not_required
def enter_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Lead in, as whoever the link is for."""
    appointment, role = _by_link(request, token)
    return _into_room(appointment, role) or redirect("appointments:video_by_link", token=token)


@require_safe
@login_not_required
@permissions_policy_override(WITH_CAMERA)
def device_check(request: HttpRequest) -> HttpResponse:
    """Try camera and microphone in this browser. Nothing is recorded and nothing sent."""
    response = render(request, "appointments/device_check.html")
    patch_vary_headers(response, ["Cookie"])
    return response


def _own(request: HttpRequest, pk: UUID) -> Appointment:
    actor = actor_of(request, purpose="appointments")
    return get_object_or_404(appointments_visible_to(actor).filter(channel=Channel.VIDEO), pk=pk)


def _by_link(request: HttpRequest, token: str) -> tuple[Appointment, VideoRole]:
    known_actor_of(request)  # below the address of somebody for whom one may act no more nothing is shown
    try:
        return open_link(token)[1], VideoRole.GUEST
    except LinkNotValid:
        pass
    try:
        return open_participant_link(token).appointment, VideoRole.COMPANION
    except LinkNotValid:
        raise Http404 from None


def _page(request: HttpRequest, appointment: Appointment, way_in: str, key: str) -> HttpResponse:
    now, hours = timezone.now(), video_hours(appointment)
    context = {
        "appointment": appointment,
        "hours": hours,
        "is_open": hours.is_open(now),
        "is_over": now >= hours.closes,
        "way_in": way_in,
        "key": key,
        "contact": responsible_for(appointment.case),
    }
    return render(request, "appointments/video.html", context)


def _into_room(appointment: Appointment, role: VideoRole) -> HttpResponse | None:
    try:
        address = video_link(appointment, role=role, now=timezone.now())
    except (VideoNotOffered, VideoNotOpen):
        return None
    response = HttpResponseRedirect(address)
    response["Referrer-Policy"] = "no-referrer"
    return response
