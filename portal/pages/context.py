"""What the frame of every page needs: the office, head, header and footer."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from portal.cases.enums import ALL_SCOPES, Scope
from portal.cases.selectors import guest_standing_of
from portal.cases.views.actor import NoStanding, acting_case, actor_of, has_code, is_guest, known_actor_of
from portal.cases.views.space import outside, space_of
from portal.pages.navigation import Link, footer_links, header_links
from portal.pages.offices import last_known_card, office_card

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from portal.accounts.selectors import OfficeCard
    from portal.cases.models import Actor


class Frame(NamedTuple):
    """The markup around a page that is the same for everybody in the same part of the portal."""

    head: SafeString
    header: SafeString
    footer: SafeString


class Guest:
    """Somebody who is here with a code. ``until``: when it ends, one SQL where a page shows it; None while unknown."""

    def __init__(self, request: HttpRequest) -> None:
        """Keep the request; nothing is asked yet."""
        self._request = request

    @property
    def has_code(self) -> bool:
        """Whether they came in by a code or have taken one; who began without seeing one is offered it."""
        return has_code(self._request)

    @cached_property
    def until(self) -> datetime | None:
        """The end of the code; None before anything was sent, and when it has just ended elsewhere."""
        actor = known_actor_of(self._request)
        standing = guest_standing_of(actor) if actor else None
        return standing.valid_to if standing else None


def office_bar(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``office``, ``frame``, ``official_header``, ``acting`` while one acts for somebody, ``guest``.

    A view that knows the responsible jobcenter sets ``request.jobcenter_id``. No SQL on a warm anonymous page.
    """
    user = getattr(request, "user", None)
    office = office_card(getattr(request, "jobcenter_id", None))
    known = bool(user and user.is_authenticated)
    guest = Guest(request) if user and hasattr(request, "session") and is_guest(request) else None
    actor = _acting(request) if known else None
    if actor is None or actor.acting_for is None:
        context = _context(
            office, request.path_info, signed_in=known, guest=guest is not None, is_staff=bool(user and user.is_staff)
        )
        return {**context, "acting": None, "guest": guest}
    case_id = actor.acting_for.case_id
    context = _context(
        office, request.path_info, signed_in=True, space=space_of(case_id), scopes=actor.scopes.get(case_id, ALL_SCOPES)
    )
    return {**context, "acting": actor.acting_for, "guest": None, "acting_list": outside(reverse("helping:helping"))}


def _acting(request: HttpRequest) -> Actor | None:
    """Who acts for whom on this page; None outside of a space, and where the standing has just ended."""
    if acting_case(request) is None:
        return None
    try:
        return actor_of(request)
    except NoStanding:
        return None


def frame_for_everybody() -> dict[str, Any]:
    """Return the frame of a page that browsers keep: as if nobody were signed in, with the portal's default office."""
    return {**_context(office_card(), "", signed_in=False), "acting": None, "guest": None}


def frame_without_database() -> dict[str, Any]:
    """Return the same for error pages: from memory only, as if nobody were signed in."""
    return _context(last_known_card(), "", signed_in=False)


def _context(
    office: OfficeCard | None,
    path: str,
    *,
    signed_in: bool,
    guest: bool = False,
    is_staff: bool = False,
    space: str = "/",
    scopes: frozenset[Scope] = ALL_SCOPES,
) -> dict[str, Any]:
    official = settings.PORTAL_OFFICIAL_HEADER
    links = (
        header_links(path, signed_in=signed_in, is_guest=guest, is_staff=is_staff, space=space, scopes=scopes),
        footer_links(path),
    )
    return {
        "office": office,
        "frame": _frame(get_language(), office, official, *links),
        "official_header": official,
    }


# Rendering the frame took a quarter of a step of the wizard. Nothing in it is about a person: the key says all.
@lru_cache(maxsize=256)
def _frame(
    _language: str | None,
    office: OfficeCard | None,
    official_header: bool,  # noqa: FBT001 -- a part of the key
    navigation: tuple[Link, ...],
    links: tuple[Link, ...],
) -> Frame:
    """Render the frame, once for each office and each way the links are marked."""
    context = {
        "office": office,
        "official_header": official_header,
        "navigation": navigation,
        "footer_links": links,
    }
    return Frame(*(render_to_string(f"ui/{part}.html", context) for part in ("head", "header", "footer")))
