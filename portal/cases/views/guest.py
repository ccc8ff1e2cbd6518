"""Without an account: begin, go on with the code, end the visit. Everything works without JavaScript."""

from __future__ import annotations

import functools
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.accounts.services.shared_computer import mark_shared
from portal.cases.errors import CodeNotValid
from portal.cases.forms.guest import EnterForm, ResumeForm
from portal.cases.services import begin_as_guest, refuse_code, resume_as_guest
from portal.cases.views.actor import acting_case, is_guest, known_actor_of
from portal.cases.views.guest_code import code_page
from portal.cases.views.guest_limits import RETRY_AFTER, may_begin, may_try, note_attempt
from portal.cases.views.guest_pages import open_to_guests, page, too_many
from portal.cases.views.guest_session import end_guest_session, enter_as_guest

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponseBase

    from portal.cases.views.guest_pages import View as AnyView

AFTERWARDS = "applications:overview"  # what was begun, what was sent, what can be begun
UNKNOWN = _(
    "Mit diesem Code kommen wir nicht weiter. Bitte vergleichen Sie ihn Zeichen für Zeichen. Ein Code gilt nicht mehr, "
    "wenn Sie einen neuen geholt oder alles in ein Konto übernommen haben, und wenn der Entwurf abgelaufen ist."
)
TOO_OFT = _("Das waren zu viele falsche Codes. Bitte warten Sie zehn Minuten. Was gespeichert ist, bleibt gespeichert.")
WELCOME_BACK = _("Willkommen zurück. Was Sie gespeichert haben, ist noch da.")
# W3C Clear Site Data. Whose computer this is nobody has said, so everything goes.
CLEAR_SITE_DATA = '"cache", "cookies", "storage"'


@method_decorator(open_to_guests, name="dispatch")
class BeginView(View):
    """POST: begin without an account; the answer shows the code. Pressed twice in one session: one case."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Who is signed in needs no code."""
        if request.user.is_authenticated:
            return redirect(AFTERWARDS)
        if is_guest(request):
            return redirect("guest:code")
        if not may_begin(request):
            return too_many(request, RETRY_AFTER)
        access = begin_as_guest()
        enter_as_guest(request, access.standing)
        return code_page(request, access.code)


def strangers_begin(view: AnyView) -> AnyView:
    """Open the view to everybody; who is nobody yet and posts is a guest from then on, within the limits of beginning.

    For forms that shall not wait: no code is shown before. It comes with the receipt, or when it is asked for. In the
    space of somebody else nobody begins.
    """

    @functools.wraps(view)
    def begun(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and acting_case(request) is None and known_actor_of(request) is None:
            if not may_begin(request):
                return too_many(request, RETRY_AFTER)
            enter_as_guest(request, begin_as_guest().standing, has_code=False)
        return view(request, *args, **kwargs)

    return open_to_guests(begun)


@method_decorator(open_to_guests, name="dispatch")
class ResumeView(View):
    """GET: a form for the code. POST: on to what was begun. Who is signed in joins it to the account instead."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        if request.user.is_authenticated:
            return redirect("guest:redeem")
        return _resume_page(request, EnterForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """One answer for unknown and ended codes."""
        if request.user.is_authenticated:
            return redirect("guest:redeem")
        form = EnterForm(request.POST)
        mark_shared(request.session, is_shared="shared" in request.POST)
        refused = refuse_or_take(request, form, _enter)
        if refused is not None:
            return _resume_page(request, form, status=refused)
        messages.success(request, WELCOME_BACK)
        return HttpResponseRedirect(_next(request)) if _next(request) else redirect(AFTERWARDS)


def refuse_or_take(request: HttpRequest, form: ResumeForm, take: Callable[[HttpRequest, str], None]) -> int | None:
    """Try the code of the form, within the limits; None when ``take`` took it, else the status of the page to show.

    ``take`` raises CodeNotValid for a code that opens nothing; the form then says so.
    """
    if not form.is_valid():
        return HTTPStatus.OK
    code = form.cleaned_data["code"]
    of_beginning = may_try(request, code)
    if of_beginning is None:
        form.add_error(None, TOO_OFT)
        return HTTPStatus.TOO_MANY_REQUESTS
    from_here = note_attempt(request)
    try:
        take(request, code)
    except CodeNotValid:
        if from_here is None:
            form.add_error(None, TOO_OFT)
            return HTTPStatus.TOO_MANY_REQUESTS
        refuse_code()
        form.add_error(None, UNKNOWN)
        return HTTPStatus.OK
    for usage in (of_beginning, from_here):
        if usage is not None:
            usage.rollback()
    return None


def _enter(request: HttpRequest, code: str) -> None:
    enter_as_guest(request, resume_as_guest(code=code))


@method_decorator(open_to_guests, name="dispatch")
class EndView(View):
    """GET: really? POST: end the visit, leave nothing in the browser."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The question; without a visit there is nothing to end."""
        return page(request, "guest_end") if is_guest(request) else redirect("guest:ended")

    def post(self, request: HttpRequest) -> HttpResponse:
        """As for signing out."""
        if request.user.is_authenticated:  # another window has signed in meanwhile: this button was not meant for that
            return redirect("account_logout")
        end_guest_session(request)
        response = redirect("guest:ended")
        response.headers["Clear-Site-Data"] = CLEAR_SITE_DATA
        return response


@method_decorator(open_to_guests, name="dispatch")
class EndedView(View):
    """GET: the end, and what only the person can do. Has no way to anything personal."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page."""
        return page(request, "guest_ended")


def _resume_page(request: HttpRequest, form: ResumeForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    response = page(request, "resume", form=form, next=_next(request), is_here=is_guest(request), status=status)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _next(request: HttpRequest) -> str:
    """Where somebody came from, if that is a page of ours; else empty."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    return wanted if is_ours and wanted.startswith("/") else ""
