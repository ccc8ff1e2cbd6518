"""Close the account: one page that says what happens, one button, one page that says it is done."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View
from django.views.generic import TemplateView

from portal.accounts.views.step_up import step_up_required
from portal.leaving.errors import WorksHere
from portal.leaving.selectors import closing_of, copy_of, kept_data
from portal.leaving.services import close_account
from portal.leaving.views.account import signed_in

CLEAR_SITE_DATA = '"cache", "cookies", "storage"'


@method_decorator(step_up_required, name="dispatch")
class CloseAccountView(View):
    """GET: what goes, what stays and why, what comes next. POST: close."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Who works for a jobcenter is told whom to ask instead."""
        return self._page(request, HTTPStatus.OK)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Close, end the session without leaving a trace of it, and say so."""
        try:
            close_account(user=signed_in(request))
        except WorksHere:
            return self._page(request, HTTPStatus.CONFLICT)
        request.session.flush()  # not logout(): its signal would tie an event to the account anew
        response = redirect("leaving:closed")
        response.headers["Clear-Site-Data"] = CLEAR_SITE_DATA
        return response

    def _page(self, request: HttpRequest, status: HTTPStatus) -> HttpResponse:
        user = signed_in(request)
        kept = kept_data(timezone.localdate())
        copy = copy_of(user.pk)
        context = {
            "closing": closing_of(user),
            "goes": [entry for entry in kept if entry.ends_with_account],
            "stays": [entry for entry in kept if not entry.ends_with_account],
            "has_copy": copy is not None and copy.is_open_at(timezone.now()),
        }
        return render(request, "leaving/close.html", context, status=status)


@method_decorator(login_not_required, name="dispatch")
class ClosedView(TemplateView):
    """The account is closed. Says nothing about anybody: everybody may open this address."""

    template_name = "leaving/closed.html"
