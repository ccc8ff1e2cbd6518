"""The portal on somebody's device: manifest of the app, service worker, the page without a network, what is unread."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mailbox.selectors import unread_count
from portal.cases.views.actor import actor_of
from portal.notices.domain.vapid import public_key
from portal.pages.context import frame_for_everybody

DAY: Final = "public, max-age=86400"
ALWAYS_ASK: Final = "no-cache"
_BOLD = "ui/fonts/fira-sans-semibold-latin1.woff2"  # asked for by the style sheet, so it does not stand in the page
_FILE = re.compile(r'(?:href|src)="(/static/[^"]+)"')
_ICONS: Final = (
    ("icon-192", "192x192", "any"),
    ("icon-512", "512x512", "any"),
    ("icon-maskable-512", "512x512", "maskable"),
)


@login_not_required
@require_safe
def manifest(_request: HttpRequest) -> JsonResponse:
    """What the portal is called and looks like as an app (W3C Web Application Manifest)."""
    office = frame_for_everybody()["office"]
    name = office.jobcenter_name if office else "Jobcenter"
    data: dict[str, Any] = {
        "id": "/",
        "name": _("%(jobcenter)s Online-Portal") % {"jobcenter": name},
        "short_name": "Jobcenter",
        "lang": "de",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": "#2044aa",
        "background_color": "#ffffff",
        "icons": [
            {"src": static(f"pages/{icon}.png"), "sizes": sizes, "type": "image/png", "purpose": purpose}
            for icon, sizes, purpose in _ICONS
        ],
    }
    headers = {"Cache-Control": DAY}
    return JsonResponse(
        data, content_type="application/manifest+json", headers=headers, json_dumps_params={"ensure_ascii": False}
    )


@login_not_required
@require_safe
def service_worker(_request: HttpRequest) -> HttpResponse:
    """The service worker. It is another one, and fetches anew, as soon as the offline page or one of its files is."""
    page = _offline_page()
    files = sorted({*_FILE.findall(page), static(_BOLD)})
    context = {
        "version": hashlib.sha256("\n".join([page, *files]).encode()).hexdigest()[:16],
        "files": SafeString(json.dumps(files)),
        "offline": reverse("pages:offline"),
        "icon": static("pages/icon-192.png"),
        "badge": static("pages/icon-badge-96.png"),
        "tag": "neues",
        "key": public_key(settings.VAPID_PRIVATE_KEY) if settings.VAPID_PRIVATE_KEY else "",
        "renewal": reverse("notices:device_renewed"),
    }
    headers = {"Cache-Control": ALWAYS_ASK}
    return HttpResponse(
        render_to_string("pages/sw.js", context), content_type="text/javascript; charset=utf-8", headers=headers
    )


@login_not_required
@require_safe
def offline(_request: HttpRequest) -> HttpResponse:
    """What works without a network. Knows nothing of who asks."""
    return HttpResponse(_offline_page(), headers={"Cache-Control": ALWAYS_ASK})


def _offline_page() -> str:
    return render_to_string("pages/offline.html", frame_for_everybody())


@require_safe
def unread(request: HttpRequest) -> JsonResponse:
    """How many messages wait for the person, for the icon of the app: a number, nothing else."""
    return JsonResponse({"unread": unread_count(actor_of(request))}, headers={"Cache-Control": "no-store"})
