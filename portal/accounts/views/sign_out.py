"""Signing out leaves nothing behind in the browser; leaving the page at once does so without a question."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from typing import Any

from allauth.account.internal.flows.logout import logout
from allauth.account.views import LogoutView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from portal.accounts.services.shared_computer import is_shared

# Cookies stay on the person's own device: the session cookie is deleted by itself, the browser's own would have to be
# made known again with an e-mail. Storage stays, too: it holds nothing but the offline page and the service worker of
# who wants hints on this device, and they would end without a word (docs/push.md). On a computer that others use, too,
# everything goes. W3C Clear Site Data.
CLEAR_SITE_DATA = '"cache"'
CLEAR_ALL = '"cache", "cookies", "storage"'
_OWN_PAGE = {"same-origin", "none", ""}  # Sec-Fetch-Site; old browsers do not send it


class SignOutView(LogoutView):
    """Ends the session by POST, empties the browser's cache and storage for this site."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign out and go to the page that says so, or to ``next``."""
        header = CLEAR_ALL if is_shared(request.session) else CLEAR_SITE_DATA
        response: HttpResponse = super().post(request, *args, **kwargs)
        response.headers["Clear-Site-Data"] = header
        return response

    def logout(self) -> None:
        """Sign out. The page at the end says so itself, other pages need the message."""
        logout(self.request, show_message=bool(self.get_next_url()))


@method_decorator(login_not_required, name="dispatch")
class SignedOutView(TemplateView):
    """The end: what is done, and what only the person can do. Has no way to anything personal."""

    template_name = "account/signed_out.html"


@csrf_exempt  # a token would give everybody a cookie who reads a public page; foreign pages are told apart below
@login_not_required
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Somebody must not be seen here: end the session and show a harmless page. One tap, no question, no script needed.

    Only our own pages may ask for it. The cache is not emptied: browsers take seconds for that, and what is personal
    never gets there.
    """
    response = HttpResponseRedirect(settings.PORTAL.quick_exit_url)
    if request.headers.get("Sec-Fetch-Site", "") in _OWN_PAGE:
        header = '"cookies", "storage"' if is_shared(request.session) else '"storage"'
        logout(request, show_message=False)
        request.session.flush()
        response.headers["Clear-Site-Data"] = header
    return response
