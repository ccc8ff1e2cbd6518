"""Wer hat meine Daten gesehen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.cases.enums import ACTING_ROLES, Role
from portal.cases.views.actor import actor_of
from portal.pages.selectors.looks import in_words, looks

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PER_PAGE = 30


@require_safe
def who_has_seen(request: HttpRequest) -> HttpResponse:
    """Show who has seen what of the own case, by day. Whoever acts for somebody: 404, unless as legal guardian."""
    actor = actor_of(request, purpose="who_has_seen")
    if actor.role in ACTING_ROLES - {Role.GUARDIAN}:
        raise Http404
    page = Paginator(looks(actor), PER_PAGE).get_page(request.GET.get("seite"))
    return render(request, "pages/looks.html", {"page": page, "looks": in_words(page.object_list)})
