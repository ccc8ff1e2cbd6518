"""Somebody with an account enters a resume code: what was begun without an account is in it from then on."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.cases.errors import AccountInThisCase
from portal.cases.forms.guest import ResumeForm
from portal.cases.services import join_account
from portal.cases.views.actor import actor_of
from portal.cases.views.guest import AFTERWARDS, refuse_or_take
from portal.cases.views.guest_limits import RETRY_AFTER
from portal.cases.views.guest_pages import page, with_services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

JOINED = _("Alles ist jetzt in Ihrem Konto. Den Code brauchen Sie nicht mehr.")
SOMEBODY_ELSE = _(
    "Das geht mit diesem Konto nicht: Es gehört in diesem Fall schon zu einer anderen Person oder hilft dort. Ihr Code "
    "gilt weiter. Bitte nehmen Sie ein eigenes Konto oder rufen Sie uns an."
)


@method_decorator(with_services, name="dispatch")
class RedeemView(View):
    """GET: a form for the code. POST: join. Signed in only."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        return _page(request, ResumeForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Wrong, unknown and ended codes get the same answer as without an account."""
        form = ResumeForm(request.POST)
        try:
            refused = refuse_or_take(request, form, _join)
        except AccountInThisCase:
            form.add_error(None, SOMEBODY_ELSE)
            refused = HTTPStatus.OK
        if refused is not None:
            return _page(request, form, status=refused)
        messages.success(request, JOINED)
        return redirect(AFTERWARDS)


def _join(request: HttpRequest, code: str) -> None:
    join_account(actor=actor_of(request, purpose="guest_access"), code=code)


def _page(request: HttpRequest, form: ResumeForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    response = page(request, "redeem", form=form, status=status)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response
