"""The inbox of a team: who waits longest for an answer."""

from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from portal.cases.models import Actor
from portal.cases.services import note_list
from portal.cases.views.actor import staff_actor_of
from portal.desk.domain.search_token import seal, unseal
from portal.desk.forms.postbox import PostboxForm
from portal.desk.selectors.postbox import postbox_counts, postbox_list
from portal.desk.views.page import desk_page
from portal.desk.views.postbox_rows import postbox_rows

PER_PAGE = 50
SEARCH_LENGTH = 120
FILTERS = ("whose", "state", "topic", "translation")
PURPOSE = "postbox"


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """Show one page of the inbox. Its whole state stands in the address, the searched words sealed."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    form = PostboxForm({**request.GET.dict(), "q": _searched(request, actor)})
    wanted = form.wanted()
    note_list(actor=actor, searched=bool(wanted.text))
    now = timezone.now()
    today = timezone.localdate(now)
    found = postbox_list(actor=actor, wanted=wanted, on=today)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("seite"))
    context = {
        "form": form,
        "wanted": wanted,
        "page": page,
        "rows": postbox_rows(actor, page.object_list, now),
        "tabs": _tabs(postbox_counts(actor=actor, on=today), form, has_team=actor.team_id is not None),
        "query": _query(request.GET),
    }
    return desk_page(request, "desk/postbox.html", title=_("Postfach"), context=context)


@require_POST
def narrow_inbox(request: HttpRequest) -> HttpResponse:
    """Turn the filled-in filters into an address of the inbox and go there."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    chosen = {name: str(value) for name in FILTERS if (value := request.POST.get(name, "").strip())}
    if words := request.POST.get("q", "").strip():
        chosen["q"] = seal(words[:SEARCH_LENGTH], membership_id=_desk_key(actor))
    return HttpResponseRedirect(f"{reverse('desk:inbox')}?{urlencode(chosen)}")


def _searched(request: HttpRequest, actor: Actor) -> str:
    token = request.GET.get("q", "")
    return unseal(token, membership_id=_desk_key(actor)) if token else ""


def _desk_key(actor: Actor) -> UUID:
    """Whose desk it is; members of staff always have a membership."""
    return cast("UUID", actor.membership_id)


def _tabs(counts: dict[str, int], form: PostboxForm, *, has_team: bool) -> list[dict[str, Any]]:
    """The usual views with how many wait there; the current one is marked when nothing else is filtered."""
    tabs = [
        *([(_("Mein Team"), counts["team"], {})] if has_team else []),
        (_("Meine"), counts["mine"], {"whose": "mine"}),
        (_("Alle Teams"), counts["all"], {"whose": "all"} if has_team else {}),
        (_("Übersetzung nötig"), counts["translation"], {"whose": "all", "translation": "on"}),
    ]
    base, wanted = reverse("desk:inbox"), form.wanted()
    return [
        {
            "label": label,
            "number": number,
            "url": f"{base}?{urlencode(query)}" if query else base,
            "current": PostboxForm(query).wanted() == wanted,
        }
        for label, number, query in tabs
    ]


def _query(query: QueryDict) -> str:
    """The query string without the page and without empty values."""
    return urlencode({name: value for name, value in query.items() if value and name != "seite"})
