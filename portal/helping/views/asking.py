"""Ask for help, offer it, show link and code, take the question back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.accounts.models import User
from portal.accounts.views.step_up import step_up_required
from portal.cases.domain.scope_words import sentences
from portal.cases.enums import InvitationSide
from portal.cases.errors import InvitationNotAnswerable, NotPermitted, TooManyInvitations
from portal.cases.models import Invitation
from portal.cases.selectors import actor_for_user, invitations_visible_to, persons_visible_to
from portal.cases.services import (
    Sent,
    invite_helper,
    obstacle_to_answer,
    offer_help,
    open_prospective_case,
    withdraw_invitation,
)
from portal.cases.views.actor import actor_of
from portal.helping.forms import InviteForm, OfferForm
from portal.helping.views.secrets import keep_secrets, shown_secrets

PURPOSE = "helping"
TOO_MANY = _(
    "Es warten schon sehr viele Einladungen auf eine Antwort. Bitte ziehen Sie eine zurück. Danach geht es hier weiter."
)


@method_decorator(step_up_required, name="dispatch")
class InviteView(View):
    """GET: the form. POST: make the invitation and show its link."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """With the own name, where the portal knows it."""
        actor = actor_of(request, purpose=PURPOSE)
        own = persons_visible_to(actor).filter(user=signed_in(request)).first()
        return _form_page(request, "helping/invite.html", InviteForm(initial={"inviter_name": own.name if own else ""}))

    def post(self, request: HttpRequest) -> HttpResponse:
        """A case comes into being with the first invitation, so that somebody can help from the first page on."""
        form = InviteForm(request.POST)
        if not form.is_valid():
            return _form_page(request, "helping/invite.html", form)
        user = signed_in(request)
        case, person = open_prospective_case(user=user)
        try:
            actor = actor_for_user(user, purpose=PURPOSE)
            return show(request, invite_helper(actor=actor, case=case, person=person, ask=form.ask()))
        except TooManyInvitations:
            form.add_error(None, TOO_MANY)
            return _form_page(request, "helping/invite.html", form)


class OfferView(View):
    """GET: the form. POST: make the request and show its link."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        return _form_page(request, "helping/offer.html", OfferForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Nothing is known of the person until they say yes."""
        form = OfferForm(request.POST)
        if not form.is_valid():
            return _form_page(request, "helping/offer.html", form)
        try:
            return show(request, offer_help(actor=actor_of(request, purpose=PURPOSE), ask=form.ask()))
        except TooManyInvitations:
            form.add_error(None, TOO_MANY)
            return _form_page(request, "helping/offer.html", form)


class InvitationView(View):
    """GET: link, QR code and code to pass on; later only that it waits."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """404 for invitations of others."""
        invitation = _find(request, pk)
        context: dict[str, Any] = {
            "invitation": invitation,
            "is_open": obstacle_to_answer(invitation, None) is None,
            "list_url": _list_of(invitation),
            "is_handover": invitation.side == InvitationSide.HANDOVER,
            "sentences": sentences(invitation.scopes),
            "shown": shown_secrets(request, invitation),
        }
        return render(request, "helping/invitation.html", context)


class WithdrawView(View):
    """POST: take it back."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Back to the list it stands in. 404 for invitations of others."""
        invitation = _find(request, pk)
        try:
            withdraw_invitation(actor=actor_of(request, purpose=PURPOSE), invitation=invitation)
        except NotPermitted:
            raise Http404 from None
        except InvitationNotAnswerable:
            messages.info(request, _("Diese Einladung wurde schon beantwortet."))
        else:
            messages.success(request, _("Die Einladung ist zurückgezogen. Link und Code gelten nicht mehr."))
        return redirect(_list_of(invitation))


def show(request: HttpRequest, sent: Sent) -> HttpResponse:
    """Lead to the page with the link of a new invitation."""
    keep_secrets(request, sent)
    return redirect("helping:invitation", pk=sent.invitation.pk)


def signed_in(request: HttpRequest) -> User:
    """The account that asks; these pages are behind the sign-in. Raises Http404 otherwise."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def _find(request: HttpRequest, pk: UUID) -> Invitation:
    return get_object_or_404(invitations_visible_to(actor_of(request, purpose=PURPOSE)), pk=pk)


def _list_of(invitation: Invitation) -> str:
    """Where it stands in a list."""
    if invitation.side == InvitationSide.OFFER:
        return reverse("helping:helpers")
    if invitation.organisation_id is None:
        return reverse("helping:helping")
    page = "helping:members" if invitation.side == InvitationSide.COLLEAGUE else "helping:clients"
    return reverse(page, args=[invitation.organisation_id])


def _form_page(request: HttpRequest, template: str, form: Form) -> HttpResponse:
    return render(request, template, {"form": form})
