"""Decisions of the house that somebody has to do something about."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mailbox.selectors import not_notified, to_be_posted, waiting_for_second
from portal.cases.services import note_list
from portal.cases.views.actor import staff_actor_of
from portal.desk.views.page import desk_page

PER_PAGE = 50


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What waits for a second look, what has to go by post, whose notice has not left yet. Names, no titles."""
    actor = staff_actor_of(request, purpose="decision_lists")
    note_list(actor=actor)
    number = request.GET.get("seite")
    context = {
        "waiting": waiting_for_second(actor)[:PER_PAGE],
        "page": Paginator(to_be_posted(actor), PER_PAGE).get_page(number),
        "unsent": not_notified(actor)[:PER_PAGE],
        "actor": actor,
    }
    return desk_page(request, "desk/decision_lists.html", title=_("Bescheide"), context=context)
