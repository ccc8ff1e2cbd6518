"""Sign-in and security: all ways into the account on one page, and what allauth's views leave to us."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from textwrap import wrap
from typing import Any

from allauth.account.utils import passthrough_next_redirect_url
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn import views as allauth_views
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse, reverse_lazy

from portal.accounts.models import User
from portal.accounts.views.second_factor import way_back


class SecurityView(IndexView):
    """Every way into the account, and what to do about it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say what is set up, and where somebody came from who was sent here."""
        user = self.request.user
        return {
            **super().get_context_data(**kwargs),
            "has_password": isinstance(user, User) and user.has_usable_password(),
            "way_back": way_back(self.request),
        }


class SecondStepView(AuthenticateView):
    """The second step of signing in, by what this account has: an app, a passkey, both; a recovery code always."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say what the account has."""
        user = self.stage.login.user
        return {
            **super().get_context_data(**kwargs),
            "has_app": is_mfa_enabled(user, [Authenticator.Type.TOTP]),
            "has_passkey": is_mfa_enabled(user, [Authenticator.Type.WEBAUTHN]),
        }


class SetUpAppView(ActivateTOTPView):
    """An authenticator app learns the secret by its QR code, by a link, or typed."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Divide the secret so that it can be typed without getting lost."""
        context = super().get_context_data(**kwargs)
        return {**context, "secret_in_groups": " ".join(wrap(context["form"].secret, 4))}


class RecoveryCodesView(ViewRecoveryCodesView):
    """The codes for the day when the phone is gone."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say where somebody came from who was sent to set up a second factor."""
        return {**super().get_context_data(**kwargs), "way_back": way_back(self.request)}


class AddPasskeyView(allauth_views.AddWebAuthnView):
    """Every passkey is kept by the device and asks for PIN, finger or face: it signs in without password."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the page the challenge. allauth's own method would ask for less, and forget the errors of the form."""
        context = super(allauth_views.AddWebAuthnView, self).get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, passwordless=True)
        return {**context, "js_data": {"creation_options": options}}


class RenamePasskeyView(allauth_views.EditWebAuthnView):
    """Back to the list of all ways afterwards."""

    success_url = reverse_lazy("mfa_index")


class RemovePasskeyView(allauth_views.RemoveWebAuthnView):
    """Back to the list of all ways afterwards. Staff keep their last second factor."""

    success_url = reverse_lazy("mfa_index")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Say at once when the passkey has to stay."""
        if not get_adapter().can_delete_authenticator(self.get_object()):
            reason = get_adapter().error_messages["cannot_delete_authenticator"]
            messages.error(request, str(reason))
            return HttpResponseRedirect(reverse("mfa_index"))
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class SignInByPasskeyView(allauth_views.LoginWebAuthnView):
    """Signs in without password; when that fails, the page for signing in says so and forgets no target."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """Back to the page for signing in."""
        return _back_with_errors(self.request, form, "account_login")


class ConfirmByPasskeyView(allauth_views.ReauthenticateWebAuthnView):
    """Before something that matters; when it fails, there is another try."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """Back to the same page, where the other ways stand, too."""
        return _back_with_errors(self.request, form, "mfa_reauthenticate_webauthn")


def _back_with_errors(request: HttpRequest, form: Form, page: str) -> HttpResponseRedirect:
    for problems in form.errors.values():
        for problem in problems:
            messages.error(request, str(problem))
    return HttpResponseRedirect(passthrough_next_redirect_url(request, reverse(page), REDIRECT_FIELD_NAME))
