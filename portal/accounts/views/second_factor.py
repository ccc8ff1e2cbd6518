"""Who works for a jobcenter needs a second factor, and must have used it in this session."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from portal.accounts.domain.second_factor import proves_second_factor

COMING_FROM = "accounts.second_factor_for"  # in the session: where to go on when the second factor is there


class SecondFactorNeeded(PermissionDenied):
    """Somebody wants to act as staff without having used a second factor; see `lead_to_second_factor`."""


def has_used_second_factor(request: HttpRequest) -> bool:
    """Whether this session has seen a second factor of the signed-in account. No SQL."""
    if not request.user.is_authenticated:
        return False
    return proves_second_factor(get_authentication_records(request, request.user))


def lead_to_second_factor(request: HttpRequest) -> HttpResponseRedirect:
    """Lead somebody who is signed in to using the second factor, or to setting one up, and remember where to go on."""
    path = request.get_full_path()
    request.session[COMING_FROM] = path
    owned = set(Authenticator.objects.filter(user=request.user.pk).values_list("type", flat=True))
    following = urlencode({REDIRECT_FIELD_NAME: path})
    if Authenticator.Type.TOTP in owned:
        return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?{following}")
    if Authenticator.Type.WEBAUTHN in owned:
        return HttpResponseRedirect(f"{reverse('mfa_reauthenticate_webauthn')}?{following}")
    messages.warning(
        request,
        _("Für die Verwaltung brauchen Sie einen zweiten Faktor. Richten Sie hier eine App oder einen Passkey ein."),
    )
    return HttpResponseRedirect(reverse("mfa_index"))


def way_back(request: HttpRequest) -> str:
    """Where somebody wanted to go before setting up a second factor, once that is possible; else an empty text."""
    return str(request.session.get(COMING_FROM, "")) if has_used_second_factor(request) else ""
