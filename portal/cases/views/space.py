"""One address space per helped person: everything below `/fuer/<case>/` is about that case and no other (ADR 0006).

The pages are the same as those below `/`; the space is a prefix that this layer takes off before the address is
resolved, and that `reverse` puts back on as long as the request lasts. So no view, link or form has to know of it, a
form always goes back to the case it was made for, and two tabs for two people cannot mix.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponseRedirect
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils.translation import gettext_lazy as _

from portal.cases.views.actor import acting_case, is_guest, known_actor_of
from portal.cases.views.guest_session import forget_guest
from portal.ui.forms import autofill

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

# The apps whose pages are about a case: open to guests, and to those who act for somebody.
CASE_APPS = frozenset({"applications", "documents", "submissions", "mailbox", "appointments"})
ABOUT_A_CASE = frozenset({"pages:home", "pages:looks"})  # of other apps
CODE_ENDED = _(
    "Ihr Code gilt nicht mehr. Vielleicht haben Sie sich einen neuen geholt oder alles in ein Konto übernommen. Was "
    "gespeichert war, ist noch da. Geben Sie Ihren neuen Code ein oder melden Sie sich an."
)
_SPACE = re.compile(r"/fuer/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(/.*)")


def space_of(case_id: UUID) -> str:
    """Return the address below which one acts on this case, with a slash at its end."""
    return f"/fuer/{case_id}/"


def outside(address: str) -> str:
    """Return an address made by `reverse` as it is outside of any space: for links that leave it."""
    return "/" + address.removeprefix(get_script_prefix())


class ActingForMiddleware:
    """Takes the space off the address. Stands before everything that looks at addresses; costs no SQL."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the page below the space; `request.acting_case` says whose."""
        found = _SPACE.fullmatch(request.path_info)
        if found is None:
            return self.get_response(request)
        request.acting_case = UUID(found[1])  # type: ignore[attr-defined] # read by `acting_case`
        request.path_info = found[2]
        prefix = get_script_prefix()
        set_script_prefix(prefix.rstrip("/") + space_of(UUID(found[1])))
        try:
            with autofill(forbidden=True):  # the browser would offer one's own name, or that of the person before
                return self.get_response(request)
        finally:
            set_script_prefix(prefix)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """Lead pages that are about nobody's case out of the space. A form that was sent there is refused."""
        if acting_case(request) is None or _is_about_a_case(request):
            return None
        if request.method not in {"GET", "HEAD"}:
            raise Http404
        query = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(request.path_info + (f"?{query}" if query else ""))


class SignInOrGuestMiddleware(LoginRequiredMiddleware):
    """Closed by default, as Django's; guests with a proved code may see the pages about their case."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase], view_args: object, view_kwargs: object
    ) -> HttpResponseBase | None:
        """Let guests pass to pages about a case outside of spaces; what they may see there, their scopes say.

        Whose code has ended elsewhere, because it was renewed or joined to an account, is a guest no longer.
        """
        if _app(request) in CASE_APPS and acting_case(request) is None and is_guest(request):
            if known_actor_of(request) is not None:
                return None
            forget_guest(request, but_for_typed=True)
            if getattr(view_func, "login_required", True):
                messages.info(request, CODE_ENDED)
                return redirect_to_login(request.get_full_path(), reverse("guest:resume"))
        answer: HttpResponseBase | None = super().process_view(request, view_func, view_args, view_kwargs)  # type: ignore[arg-type] # Django's own names
        return answer


def _is_about_a_case(request: HttpRequest) -> bool:
    name = request.resolver_match.view_name if request.resolver_match else ""
    return _app(request) in CASE_APPS or name in ABOUT_A_CASE


def _app(request: HttpRequest) -> str:
    return request.resolver_match.app_name if request.resolver_match else ""
