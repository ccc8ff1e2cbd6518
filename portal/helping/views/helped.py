"""Who helps me: the list, one helper and what they did, longer, no more."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.accounts.views.step_up import step_up_required
from portal.cases.domain.periods import USUAL_MONTHS, told_before
from portal.cases.domain.scope_words import sentences
from portal.cases.enums import ON_ONES_WORD
from portal.cases.errors import GrantNotPossible, NotPermitted
from portal.cases.models import Actor, Standing
from portal.cases.permissions import may_end
from portal.cases.selectors import helpers_visible_to, name_of_holder, offers_of
from portal.cases.services import end_standing, extend_standing
from portal.cases.views.actor import actor_of
from portal.helping.selectors import doings_of
from portal.helping.views.asking import PURPOSE


class HelpersView(View):
    """GET: who helps, who has helped, whom one has asked."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Two queries, however many help."""
        actor = actor_of(request, purpose=PURPOSE)
        rows = [helper_row(actor, standing) for standing in helpers_visible_to(actor)]
        context = {
            "helpers": [row for row in rows if row["is_valid"]],
            "former": [row for row in rows if not row["is_valid"]],
            "invitations": [(each, sentences(each.scopes)) for each in offers_of(actor)],
        }
        return render(request, "helping/helpers.html", context)


class HelperView(View):
    """GET: what somebody may do, until when, and what they have done."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """404 for helpers of others."""
        standing = _find(request, pk)
        context: dict[str, Any] = {
            **helper_row(actor_of(request, purpose=PURPOSE), standing),
            "doings": doings_of(standing),
            "extend_by": USUAL_MONTHS,
        }
        return render(request, "helping/helper.html", context)


@method_decorator(step_up_required, name="dispatch")
class ExtendView(View):
    """POST: half a year longer."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """One tap, from the reminder's page, too."""
        standing = _find(request, pk)
        try:
            extend_standing(actor=actor_of(request, purpose=PURPOSE), standing=standing, months=USUAL_MONTHS)
        except (NotPermitted, GrantNotPossible):
            raise Http404 from None
        messages.success(request, _("Die Hilfe ist verlängert. Wir haben beiden Seiten Bescheid gesagt."))
        return redirect("helping:helper", pk=pk)


class EndView(View):
    """GET: ask once. POST: end it at once. No further proof is asked for: ending must never be hard."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """What it means. 404 for what is not for the person to end: a guardian is appointed by a court."""
        row = helper_row(actor_of(request, purpose=PURPOSE), _find(request, pk))
        if not row["can_end"]:
            raise Http404
        return render(request, "helping/end.html", row)

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """From the next page on the helper is out, even in the middle of sending."""
        standing = _find(request, pk)
        try:
            end_standing(actor=actor_of(request, purpose=PURPOSE), standing=standing)
        except NotPermitted:
            raise Http404 from None
        messages.success(request, _("Die Hilfe ist beendet. Das gilt ab sofort."))
        return redirect("helping:helpers")


def helper_row(actor: Actor, standing: Standing) -> dict[str, Any]:
    """A standing as the person sees it, with what can be done about it."""
    lasts = standing.revoked_at is None and standing.valid_to is not None
    return row_of(standing) | {
        "can_end": may_end(actor, standing),
        "can_extend": lasts and standing.kind in ON_ONES_WORD,
    }


def row_of(standing: Standing) -> dict[str, Any]:
    """A standing as both lists show it."""
    now = timezone.now()
    is_valid = standing.revoked_at is None and (standing.valid_to is None or standing.valid_to > now)
    return {
        "standing": standing,
        "name": name_of_holder(standing),
        "kind": standing.get_kind_display(),
        "sentences": sentences(standing.scopes),
        "is_valid": is_valid,
        "ends_soon": is_valid
        and standing.valid_to is not None
        and standing.valid_to - now <= told_before(standing.kind),
        "over_since": standing.revoked_at or standing.valid_to,
    }


def _find(request: HttpRequest, pk: UUID) -> Standing:
    return get_object_or_404(helpers_visible_to(actor_of(request, purpose=PURPOSE)), pk=pk)
