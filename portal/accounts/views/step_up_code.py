"""Confirming by a code from an e-mail: for accounts without a second factor."""

# mypy: allow-subclassing-any
# (allauth ships no types)

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.views import BaseReauthenticateView
from allauth.core import ratelimit
from allauth.core.internal.cryptokit import generate_user_code
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from portal.accounts.domain.mailed_code import is_open, seal_code, try_code
from portal.accounts.events import SIGN_IN_FAILED
from portal.accounts.forms.step_up import StepUpCodeForm
from portal.accounts.models import User
from portal.accounts.services import record_failed_sign_in
from portal.accounts.views.step_up import record_step_up

STATE = "accounts.step_up_code"  # in the session


class StepUpCodeView(BaseReauthenticateView):
    """First offers to send a code, then asks for it. Opening the page sends nothing."""

    form_class = StepUpCodeForm
    template_name = "account/step_up_code.html"

    @property
    def user(self) -> User:
        """Whose account it is; allauth has made sure that somebody is signed in and has this way."""
        user = self.request.user
        assert isinstance(user, User)  # noqa: S101 -- for the type checker: LoginRequiredMiddleware stands before
        return user

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Send a code, or check the one that was typed."""
        if request.POST.get("action") == "resend" or not self._is_open():
            return self._send()
        response: HttpResponseBase = super().post(request, *args, **kwargs)
        return response

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form the way to try a code."""
        return {**super().get_form_kwargs(), "is_right": self._try}

    def form_valid(self, form: Any) -> HttpResponse:
        """Note the confirmation and go on with what was interrupted."""
        record_step_up(self.request, method="code")
        response: HttpResponse = super().form_valid(form)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        """Record the failure; after the last attempt a new code has to be asked for."""
        record_failed_sign_in(event=SIGN_IN_FAILED)
        response: HttpResponse = super().form_invalid(form)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page of codes needs."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "verify_form": context["form"],
            "is_sent": self._is_open(),
            "email": self.user.email,
            "can_resend": True,
            "cancel_url": reverse("account_overview"),
        }

    def _is_open(self) -> bool:
        return is_open(self.request.session.get(STATE), now=time.time())

    def _send(self) -> HttpResponse:
        # Not the limit of sign-in codes: that one counts by address, so strangers could use it up.
        if not ratelimit.consume(self.request, action="request_login_code", key=f"step-up:{self.user.pk}"):
            refused: HttpResponse = ratelimit.respond_429(self.request)
            return refused
        code = generate_user_code(**settings.ALLAUTH_USER_CODE_FORMAT)
        self.request.session[STATE] = seal_code(
            code,
            user_id=self.user.pk,
            expires=time.time() + settings.STEP_UP_CODE_TIMEOUT,
            attempts=settings.STEP_UP_CODE_MAX_ATTEMPTS,
        )
        get_adapter().send_mail("account/email/step_up_code", self.user.email, {"code": code})
        return HttpResponseRedirect(self.passthrough_next_url(self.request.path))

    def _try(self, code: str) -> bool:
        is_right, left = try_code(self.request.session.get(STATE), code, user_id=self.user.pk, now=time.time())
        self.request.session[STATE] = left
        return is_right
