"""Somebody would rather talk than read: set and unset by themselves."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from appointments.selectors import Place, place_for
from appointments.views.page import kept_private, not_yet
from portal.cases.models import Actor
from portal.cases.permissions import may_prefer_personal
from portal.cases.services import prefer_personal
from portal.cases.views.actor import actor_of

PURPOSE = "appointments"


class PreferenceView(View):
    """GET: how it stands and what it means. POST: with ``ja`` it is set, else unset."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """For who may say it."""
        actor = actor_of(request, purpose=PURPOSE)
        place = _place(actor)
        if place is None:
            return not_yet(request, actor)
        request.jobcenter_id = place.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
        return kept_private(render(request, "appointments/preference.html", {"person": place.person}))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Twice is the same as once."""
        place = _place(actor := actor_of(request, purpose=PURPOSE))
        if place is None:
            raise Http404
        prefers = "ja" in request.POST
        prefer_personal(actor=actor, person=place.person, prefers=prefers)
        said = _("Gespeichert: Wir rufen Sie lieber an.") if prefers else _("Gespeichert: Wir schreiben Ihnen wieder.")
        messages.success(request, said)
        return redirect("appointments:preference")


def _place(actor: Actor) -> Place | None:
    place = place_for(actor)
    return place if place is not None and may_prefer_personal(actor, place.person) else None
