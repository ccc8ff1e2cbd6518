"""Typed text outlives the session: a form posted too late is kept, and offered again after signing in."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from portal.accounts.enums import GUEST_CASE
from portal.accounts.models import User
from portal.accounts.services.kept_form import forget_form, keep_form, kept_form, owner_of_ended_session
from portal.accounts.views.availability import ACCOUNT_PAGES
from portal.accounts.views.session_bar import address_of

STILL_HERE = gettext_lazy(
    "Sie waren zu lange nicht aktiv. Ihre Eingaben sind noch da: Melden Sie sich bitte an oder geben Sie Ihren Code "
    "ein, dann geht es hier weiter."
)
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 -- the name of a field
_SHORTEST_TEXT = 2  # words; a code of an answer says nothing to people


class KeepTypedMiddleware:
    """Keeps what was posted to a page that asks for signing in, when the session has run out in the meantime.

    Passwords and codes are never kept: nothing posted to the pages of the account is. A form from a foreign site does
    not come here, for the check of its token stands before.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponseBase | None:
        """Answer in place of the view when something was kept."""
        if request.method != "POST":
            return None
        if request.user.is_authenticated:
            forget_form(request.session, path=request.get_full_path())  # now it goes where it belongs
            return None
        if not getattr(view, "login_required", True) or not keep_typed(request):
            return None
        return redirect_to_login(address_of("account_typed_again"), address_of("account_login"))


def keep_typed(request: HttpRequest, *, path: str = "") -> bool:
    """Keep the posted fields for whom the session was that has just run out, and say so; whether that was possible.

    Without such a session nothing is kept: there is nobody to give it back to. ``path``: for whom shows it again
    by ``take_typed``, else the address with its query.
    """
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not key or request.path_info.startswith(ACCOUNT_PAGES):
        return False
    owner_id = owner_of_ended_session(key, guests=bool(path))  # only those pages are open to them
    if owner_id is None and path and GUEST_CASE in request.session:  # the code was renewed on another device
        owner_id = UUID(request.session[GUEST_CASE])
    if owner_id is None:
        return False
    fields = [(name, values) for name, values in request.POST.lists() if name != TOKEN]
    if not fields and not request.FILES:
        return False
    kept = keep_form(
        request.session,
        owner_id=owner_id,
        path=path or request.get_full_path(),
        fields=fields,
        had_files=bool(request.FILES),
    )
    if kept:
        messages.info(request, STILL_HERE)
    return kept


def take_typed(request: HttpRequest) -> QueryDict | None:
    """What was kept for this address and this person, once; for pages that show their form with it themselves."""
    user, guest = request.user, request.session.get(GUEST_CASE)
    owner_id = user.pk if isinstance(user, User) else UUID(guest) if guest else None
    kept = kept_form(request.session, owner_id, path=request.path) if owner_id else None
    if kept is None:
        return None
    forget_form(request.session)
    typed = QueryDict(mutable=True)
    for name, values in kept.fields.items():
        typed.setlist(name, values)
    return typed


class TypedAgainView(View):
    """GET: the kept form, to be sent by a button. POST: throw it away."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show what was typed, with a form that sends it to where it was meant to go."""
        user = request.user
        kept = kept_form(request.session, user.pk) if isinstance(user, User) else None
        if kept is None:
            return redirect("pages:home")
        context = {
            "target": kept.path,
            "had_files": kept.had_files,
            "fields": [(name, value) for name, values in kept.fields.items() for value in values],
            "texts": [value for values in kept.fields.values() for value in values if is_text(value)],
        }
        return render(request, "account/typed_again.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Throw it away."""
        forget_form(request.session)
        messages.info(request, _("Ihre Eingaben sind gelöscht. Was Sie vorher gespeichert haben, ist noch da."))
        return HttpResponseRedirect(reverse("pages:home"))


def is_text(value: str) -> bool:
    """Whether a posted value says something to people; a code of an answer does not."""
    return len(value.split()) >= _SHORTEST_TEXT
