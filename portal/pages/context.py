"""What the frame of every page needs: the office, the navigation, the official header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from portal.pages.navigation import footer_links, header_links
from portal.pages.offices import last_known_card, office_card

if TYPE_CHECKING:
    from django.http import HttpRequest


def office_bar(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``office``, ``navigation``, ``footer_links``, ``official_header``.

    A view that knows the responsible jobcenter sets ``request.jobcenter_id``. No SQL on a warm anonymous page.
    """
    user = getattr(request, "user", None)
    return {
        "office": office_card(getattr(request, "jobcenter_id", None)),
        "navigation": header_links(request.path_info, signed_in=bool(user and user.is_authenticated)),
        "footer_links": footer_links(request.path_info),
        "official_header": settings.PORTAL_OFFICIAL_HEADER,
    }


def frame_without_database() -> dict[str, Any]:
    """Return the same for error pages: from memory only, as if nobody were signed in."""
    return {
        "office": last_known_card(),
        "navigation": header_links("", signed_in=False),
        "footer_links": footer_links(""),
        "official_header": settings.PORTAL_OFFICIAL_HEADER,
    }
