"""For whom I help: the list, beginning for somebody, handing over, helping no more."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.accounts.selectors import memberships_of
from portal.cases.domain.periods import USUAL_MONTHS, months_later
from portal.cases.enums import InvitationStatus
from portal.cases.errors import NotPermitted, TooManyInvitations
from portal.cases.models import Actor, Invitation, Standing
from portal.cases.permissions import may_end, may_hand_over
from portal.cases.selectors import name_for_helper, requests_of, standings_to_act
from portal.cases.services import begin_for_somebody, end_standing, hand_over_draft
from portal.cases.views.actor import actor_of
from portal.cases.views.space import space_of
from portal.helping.forms import BeginForm
from portal.helping.views.asking import PURPOSE, TOO_MANY, show, signed_in
from portal.helping.views.helped import row_of

SHOWN_REQUESTS = 10


class HelpingView(View):
    """GET: the people one helps, each with the way into their space; what one has asked, and what came of it."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The same number of queries for one and for many. Clients of an organisation have a list of their own."""
        held = standings_to_act(signed_in(request)).filter(organisation=None).order_by("-created_at")
        actor = actor_of(request, purpose=PURPOSE)
        context = {
            "people": [person_row(actor, standing) for standing in held.select_related("case", "person")],
            "memberships": memberships_of(signed_in(request)),
            "requests": [(each, _state(each)) for each in requests_of(actor)[:SHOWN_REQUESTS]],
        }
        return render(request, "helping/helping.html", context)


class BeginView(View):
    """GET: the form. POST: into the space of a new case."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        return render(request, "helping/begin.html", {"form": BeginForm()})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Nobody else knows of the case until it is handed over."""
        form = BeginForm(request.POST)
        if form.is_valid():
            ends_at = months_later(timezone.now(), USUAL_MONTHS)
            actor = actor_of(request, purpose=PURPOSE)
            try:
                standing = begin_for_somebody(actor=actor, ends_at=ends_at, **form.cleaned_data)
            except TooManyInvitations:
                form.add_error(None, TOO_MANY)
            else:
                return redirect(space_of(standing.case_id))
        return render(request, "helping/begin.html", {"form": form})


class HandOverView(View):
    """GET: what will happen. POST: make link and code for the person."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """404 for what is not one's own, or has an account already."""
        standing = _held(request, pk)
        actor = actor_of(request, purpose=PURPOSE)
        if not may_hand_over(actor, standing):
            raise Http404
        return render(request, "helping/hand_over.html", person_row(actor, standing))

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """A new link makes the earlier one void."""
        standing = _held(request, pk)
        try:
            return show(request, hand_over_draft(actor=actor_of(request, purpose=PURPOSE), standing=standing))
        except NotPermitted:
            raise Http404 from None
        except TooManyInvitations:
            messages.warning(request, TOO_MANY)
            return redirect("helping:helping")


class LeaveView(View):
    """GET: ask once. POST: help no more."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """What it means. 404 for guardians: a court has appointed them."""
        row = person_row(actor_of(request, purpose=PURPOSE), _held(request, pk))
        if not row["can_end"]:
            raise Http404
        return render(request, "helping/leave.html", row)

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Nobody has to go on helping, and nobody asks why."""
        try:
            end_standing(actor=actor_of(request, purpose=PURPOSE), standing=_held(request, pk))
        except NotPermitted:
            raise Http404 from None
        messages.success(request, _("Sie helfen dieser Person nicht mehr. Wir sagen ihr Bescheid."))
        return redirect("helping:helping")


def person_row(actor: Actor, standing: Standing) -> dict[str, Any]:
    """A standing as the helper sees it."""
    name = name_for_helper(standing)
    return row_of(standing) | {
        "name": name or _("eine andere Person"),
        "space": space_of(standing.case_id),
        "can_end": may_end(actor, standing),
        "can_be_handed_over": standing.person is not None and standing.person.user_id is None,
    }


def _held(request: HttpRequest, pk: UUID) -> Standing:
    held = standings_to_act(signed_in(request)).filter(organisation=None)
    return get_object_or_404(held.select_related("case", "person"), pk=pk)


def _state(invitation: Invitation) -> tuple[Any, str]:
    """Words and kind of the badge. Whoever has asked learns only that it was not accepted."""
    if invitation.status == InvitationStatus.OPEN:
        is_over = invitation.expires_at <= timezone.now()
        return (_("abgelaufen"), "info") if is_over else (_("wartet auf Antwort"), "info")
    words = {
        InvitationStatus.ACCEPTED: (_("angenommen"), "success"),
        InvitationStatus.DECLINED: (_("nicht angenommen"), "info"),
        InvitationStatus.WITHDRAWN: (_("zurückgezogen"), "info"),
    }
    return words[InvitationStatus(invitation.status)]
