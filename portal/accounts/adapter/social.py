"""Sign-in with an account elsewhere. Who somebody is follows from the stored link alone, never from an address."""

# mypy: allow-subclassing-any
# (allauth ships no types)

import logging
from typing import Any, ClassVar

from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, _build_apps_from_settings
from allauth.socialaccount.providers.base import AuthError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import BY_EMPLOYER, STAFF_PROVIDER, IdentityProcess
from portal.accounts.models import User
from portal.accounts.selectors import staff_membership
from portal.accounts.views.refusals import cancelled_page, refusal_page

log = logging.getLogger(__name__)


class PortalSocialAccountAdapter(DefaultSocialAccountAdapter):
    """Lets in who is linked, asks everybody else to make an account, and links only who has just proved themselves."""

    error_messages: ClassVar[dict[str, Any]] = DefaultSocialAccountAdapter.error_messages | {
        "connected_other": _("Dieses Konto ist schon mit einem anderen Konto bei uns verbunden."),
    }

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list[Any]:  # noqa: ARG002 -- allauth's signature
        """Identity providers come from the settings: a row in the database must not open every account. No SQL."""
        found = _build_apps_from_settings(provider=provider, client_id=client_id)
        return [app for apps in found.values() for app in apps]

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:  # noqa: ARG002 -- allauth's signature
        """Leave the new account empty: names stay out of it, an address enters it only once it is confirmed."""
        user: User = sociallogin.user
        return user

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 -- as above
        """Nobody gets an account without having been asked."""
        return False

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Staff sign in with what they have connected; a service of the employer makes no accounts."""
        if sociallogin.account.provider == STAFF_PROVIDER:
            raise ImmediateHttpResponse(refusal_page(request, "not_connected"))
        return bool(super().is_open_for_signup(request, sociallogin))

    def is_email_verified(self, provider: Any, email: str) -> bool:  # noqa: ARG002 -- as above
        """We confirm addresses ourselves."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Stop what may not go on. Nothing was signed in or linked so far."""
        sociallogin.token = None  # not needed again
        connecting = sociallogin.state.get("process") == IdentityProcess.CONNECT
        if connecting and not sociallogin.state.get("confirmed"):
            raise ImmediateHttpResponse(refusal_page(request, "not_confirmed"))
        if sociallogin.account.provider == STAFF_PROVIDER:
            self._check_staff(request, sociallogin, request.user if connecting else sociallogin.user)

    def _check_staff(self, request: HttpRequest, sociallogin: Any, user: Any) -> None:
        known = user if isinstance(user, User) and not user._state.adding else None  # noqa: SLF001 -- a new account has no row yet
        if known is None:
            return  # is_open_for_signup says no
        if staff_membership(known) is None:
            raise ImmediateHttpResponse(refusal_page(request, "not_staff"))
        if sociallogin.account.extra_data.get("second_factor"):
            record_authentication(request, known, "mfa", type=BY_EMPLOYER)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002 -- as above
    ) -> None:
        """Show our page instead of allauth's, and log what happened without saying to whom."""
        if error == AuthError.CANCELLED:
            raise ImmediateHttpResponse(cancelled_page(request))
        log.warning("sign-in with %s failed: %s", provider.sub_id, type(exception).__name__)
        raise ImmediateHttpResponse(refusal_page(request, "failed"))
