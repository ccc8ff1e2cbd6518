"""allauth's sign-in, with our limits, and with the question whose computer it is."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from typing import Any

from allauth.account import views as allauth_views
from allauth.account.adapter import get_adapter
from django.http import HttpResponse

from portal.accounts.events import SIGN_IN_FAILED
from portal.accounts.services import record_failed_sign_in
from portal.accounts.services.shared_computer import mark_shared
from portal.accounts.views.limits import CODE, RESET, attempt


class SignUpView(allauth_views.SignupView):
    """A new account; who confirms its address is signed in."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Note whose computer it is, then go on."""
        mark_shared(self.request.session, is_shared=form.cleaned_data["shared"])
        response: HttpResponse = super().form_valid(form)
        return response


class SignInView(allauth_views.LoginView):
    """By password. The limits stand in the adapter, for a password is asked for elsewhere, too."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Note whose computer it is, then sign in."""
        mark_shared(self.request.session, is_shared=form.cleaned_data["shared"])
        response: HttpResponse = super().form_valid(form)
        return response


class _MailedCodeView:
    """What asking for a code by e-mail shares: a limit of its own, so that nobody's mailbox is flooded."""

    action = ""
    request: Any

    def form_valid(self, form: Any) -> HttpResponse:
        """Count, then send."""
        if attempt(self.request, self.action, form.cleaned_data["email"]) is None:
            form.add_error(None, get_adapter().validation_error("too_many_login_attempts"))
            refused: HttpResponse = self.form_invalid(form)  # type: ignore[attr-defined] # the view beside this mixin
            return refused
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc] # as above
        return response


class RequestCodeView(_MailedCodeView, allauth_views.RequestLoginCodeView):
    """By code: where to send it."""

    action = CODE

    def form_valid(self, form: Any) -> HttpResponse:
        """Note whose computer it is, then send the code."""
        mark_shared(self.request.session, is_shared=form.cleaned_data["shared"])
        return super().form_valid(form)


class ForgottenPasswordView(_MailedCodeView, allauth_views.PasswordResetView):
    """Where to send the code for a new password."""

    action = RESET


class _RecordedCodeView:
    """A wrong code is a failed sign-in, also where there is no account: allauth tells of known ones only."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Record, then ask again."""
        record_failed_sign_in(event=SIGN_IN_FAILED)
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc] # the view beside this mixin
        return response


class SignInCodeView(_RecordedCodeView, allauth_views.ConfirmLoginCodeView):
    """By code: the code."""


class ForgottenPasswordCodeView(_RecordedCodeView, allauth_views.ConfirmPasswordResetCodeView):
    """The code that allows a new password."""
