"""Which accounts elsewhere open this account, and new accounts that begin elsewhere."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from typing import Any
from urllib.parse import urlencode

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.connect import disconnect
from allauth.socialaccount.internal.flows.signup import clear_pending_signup, complete_social_signup
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.views import SignupView
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from portal.accounts.enums import STAFF_PROVIDER, IdentityProcess
from portal.accounts.forms.email import NewEmailForm
from portal.accounts.forms.identity import DisconnectForm, NewAccountForm
from portal.accounts.models import User
from portal.accounts.selectors import staff_membership
from portal.accounts.views.refusals import cancelled_page
from portal.accounts.views.step_up import step_up_required

PAGE = "socialaccount_connections"


@require_GET
def connections(request: HttpRequest) -> HttpResponse:
    """Show what is connected and what could be."""
    return _page(request)


@step_up_required
@require_POST
def connect(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Go to another account and come back connected; only after confirming that it is still the same person."""
    provider = next((each for each in _offered(request) if each.sub_id == provider_id), None)
    if provider is None:
        raise Http404
    response: HttpResponse = provider.redirect(request, IdentityProcess.CONNECT, confirmed=True)
    return response


@step_up_required
@require_POST
def part(request: HttpRequest) -> HttpResponse:
    """End a connection, unless it is the last way in."""
    form = DisconnectForm(request.POST, user=_user(request))
    if not form.is_valid():
        return _page(request, form)
    disconnect(request, form.cleaned_data["account"])
    return redirect(PAGE)


@login_not_required
@require_GET
def cancelled(request: HttpRequest) -> HttpResponse:
    """Where allauth sends somebody who turned back."""
    return cancelled_page(request)


class SignUpElsewhereView(SignupView):
    """Makes the account of somebody who comes with BundID or another account for the first time."""

    form_class = NewAccountForm

    def get_form_class(self) -> type[NewAccountForm]:
        """Ours."""
        return NewAccountForm

    def form_valid(self, form: NewAccountForm) -> HttpResponse:
        """Make the account, sign in, and send the code for the address, if there is one."""
        clear_pending_signup(self.request)
        self.sociallogin.email_addresses = []  # an address counts once its code is entered
        try:
            with transaction.atomic():
                get_adapter().save_user(self.request, self.sociallogin)
        except IntegrityError:  # sent twice: the account is there
            return redirect("account_login")
        response: HttpResponse = complete_social_signup(self.request, self.sociallogin)
        email = form.cleaned_data["email"]
        return self._send_code(email, response) if email and self.request.user.is_authenticated else response

    def _send_code(self, email: str, otherwise: HttpResponse) -> HttpResponse:
        form = NewEmailForm(user=self.request.user, data={"email": email})
        if not form.is_valid():
            return otherwise
        try:
            form.save(self.request)
        except ImmediateHttpResponse as too_many:
            return too_many.response  # type: ignore[no-any-return] # allauth is untyped
        return redirect(
            f"{reverse('account_email_verification_sent')}?{urlencode({'next': otherwise.headers['Location']})}"
        )


def _page(request: HttpRequest, form: DisconnectForm | None = None) -> HttpResponse:
    user = _user(request)
    offered = {provider.sub_id: provider for provider in _offered(request)}
    connected = list(SocialAccount.objects.filter(user=user).order_by("date_joined"))
    for account in connected:
        provider = offered.pop(account.provider, None)
        account.title = provider.name if provider else _("Anderes Konto")
    context = {
        "form": form,
        "connected": connected,
        "offered": list(offered.values()),
    }
    return render(request, "socialaccount/connections.html", context)


def _offered(request: HttpRequest) -> list[Any]:
    providers = get_adapter().list_providers(request)
    if staff_membership(_user(request)) is None:
        return [provider for provider in providers if provider.sub_id != STAFF_PROVIDER]
    return list(providers)


def _user(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User):
        raise Http404
    return user
