"""Where somebody is signed in, in plain words, with a button to end it."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from portal.accounts.domain.user_agent import describe_browser
from portal.accounts.models import User
from portal.accounts.selectors.sessions import OpenSession, open_sessions
from portal.accounts.services.end_sessions import end_sessions
from portal.ui.formats import format_date, format_time


class DevicesView(View):
    """GET: the list. POST: end one (``sitzung``) or all others (``alle``)."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show all, this one first."""
        own = request.session.session_key
        lines = [_line(entry, own) for entry in open_sessions(_user(request))]
        lines.sort(key=lambda line: not line["is_this"])
        others = sum(not line["is_this"] for line in lines)
        return render(request, "account/devices.html", {"lines": lines, "others": others})

    def post(self, request: HttpRequest) -> HttpResponse:
        """End what the button names, never the session one sits in: that is what signing out is for."""
        number = request.POST.get("sitzung", "")
        chosen = None if "alle" in request.POST else [int(number)] if number.isdecimal() else []
        ended = end_sessions(user=_user(request), numbers=chosen, but_for=request.session.session_key or "")
        if ended:
            words = ngettext("%(number)s Gerät ist abgemeldet.", "%(number)s Geräte sind abgemeldet.", ended)
            messages.success(request, words % {"number": ended})
        else:
            messages.info(request, _("Dieses Gerät war schon abgemeldet."))
        return redirect("account_devices")


def _user(request: HttpRequest) -> User:
    user = request.user
    assert isinstance(user, User)  # noqa: S101 -- LoginRequiredMiddleware stands before
    return user


def _line(entry: OpenSession, own_key: str | None) -> dict[str, Any]:
    return {
        "number": entry.number,
        "name": describe_browser(entry.user_agent),
        "is_this": entry.key == own_key,
        "last_seen": _when(entry.last_seen_at),
    }


def _when(moment: datetime) -> str:
    """``heute, 14:05 Uhr`` or with the date."""
    day = timezone.localdate(moment)
    words = _("heute") if day == timezone.localdate() else format_date(day)
    return f"{words}, {format_time(moment)}"
