"""Who wants to talk or to be called, and who has not answered yet: lists, who waits longest first."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from msgspec import Struct

from appointments.domain.wish_content import times_in_words
from appointments.enums import OfferStatus, WishKind
from appointments.models import Offer, Wish
from mailbox.domain.waiting import waiting_in_words, working_days_since
from portal.cases.models import Actor, Person
from portal.cases.services import note_list
from portal.cases.views.actor import staff_actor_of
from portal.desk.selectors.postbox import Desk, desk_of
from portal.desk.selectors.wishes import ALL, TEAM, unanswered_offers, waiting_wishes
from portal.desk.views.page import desk_page
from portal.desk.views.postbox_rows import LATE, language_in_words
from portal.desk.views.wish_access import PURPOSE

WHOSE, LIST = "wer", "liste"
WISHES, OFFERS = "wuensche", "angebote"
PER_PAGE = 50


class WishRow(Struct, frozen=True, kw_only=True):
    """One who waits. ``when``: for a call its window, else nothing: what was wished stands on its page."""

    wish: Wish
    name: str
    what: str
    when: str
    waits: str
    is_late: bool
    tries: int
    team: str
    language: str
    prefers_personal: bool


class OfferRow(Struct, frozen=True, kw_only=True):
    """One who has not answered. ``is_over``: the times are free again."""

    offer: Offer
    name: str
    is_over: bool
    sent: str
    by: str
    language: str
    prefers_personal: bool


@require_safe
def wishes(request: HttpRequest) -> HttpResponse:
    """Show one of the two lists. Names, kinds and days only."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    note_list(actor=actor)
    whose = ALL if request.GET.get(WHOSE) == ALL or actor.team_id is None else TEAM
    shown = OFFERS if request.GET.get(LIST) == OFFERS else WISHES
    now = timezone.now()
    found: Any = unanswered_offers(actor, whose) if shown == OFFERS else waiting_wishes(actor, whose)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("seite"))
    desk = desk_of(actor, timezone.localdate(now))
    context = {
        "page": page,
        "is_offers": shown == OFFERS,
        "rows": [(_offer_row if shown == OFFERS else _wish_row)(each, desk, now) for each in page.object_list],
        "tabs": _tabs(actor, whose, shown),
        "query": urlencode({LIST: shown, WHOSE: whose}),
    }
    return desk_page(request, "desk/wishes.html", title=_("Terminwünsche und Rückrufe"), context=context)


def _wish_row(wish: Any, desk: Desk, now: datetime) -> WishRow:
    team = desk.teams.get(wish.work_of)
    is_call = wish.kind == WishKind.CALLBACK
    return WishRow(
        wish=wish,
        name=wish.person.name or _("(ohne Namen)"),
        what=_("Rückruf") if is_call else (wish.service.name if wish.service else _("Termin")),
        when=", ".join(times_in_words(wish.times)) if is_call else "",
        waits=waiting_in_words(wish.created_at, now, desk.place),
        is_late=working_days_since(wish.created_at, now, desk.place) >= LATE,
        tries=wish.tries,
        team=team.name if team else "",
        **_about(wish.person),
    )


def _offer_row(offer: Any, desk: Desk, now: datetime) -> OfferRow:
    return OfferRow(
        offer=offer,
        name=offer.person.name or _("(ohne Namen)"),
        is_over=offer.status == OfferStatus.LAPSED or offer.until <= now,
        sent=waiting_in_words(offer.sent_at, now, desk.place),
        by=offer.sent_by.display_name if offer.sent_by else "",
        **_about(offer.person),
    )


def _about(person: Person) -> dict[str, Any]:
    """What staff have to know before they answer."""
    return {
        "language": language_in_words(person),
        "prefers_personal": person.prefers_personal_since is not None,
    }


def _tabs(actor: Actor, whose: str, shown: str) -> list[dict[str, Any]]:
    """Both lists, for the team and for the house."""
    kept = TEAM if actor.team_id is not None else ALL
    tabs = [(_("Warten auf uns"), WISHES, kept), (_("Noch ohne Antwort"), OFFERS, kept)]
    if kept == TEAM:
        tabs += [(_("Warten auf uns, alle Teams"), WISHES, ALL), (_("Ohne Antwort, alle Teams"), OFFERS, ALL)]
    base = reverse("desk:wishes")
    return [
        {
            "label": label,
            "url": f"{base}?{urlencode({LIST: which, WHOSE: of})}",
            "current": (which, of) == (shown, whose),
        }
        for label, which, of in tabs
    ]
