"""For whom an organisation acts: the list, asking a client, acting no more."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.accounts.models import OrganisationMembership
from portal.cases.enums import StandingKind
from portal.cases.errors import NotPermitted, TooManyInvitations
from portal.cases.models import Standing
from portal.cases.selectors import client_standings, last_acts, latest_papers, name_for_helper, waiting_requests
from portal.cases.services import end_standing, offer_help
from portal.cases.views.actor import actor_of
from portal.cases.views.space import space_of
from portal.helping.domain.clients import Client, clients, found
from portal.helping.forms import ClientForm
from portal.helping.views.asking import PURPOSE, TOO_MANY, show
from portal.helping.views.members import any_membership, membership_of

PER_PAGE = 25
MOST_FOUND = 50
LONGEST_SEARCH = 80


class ClientsView(View):
    """GET: the clients, 25 on a page. POST: search by name; the name stands in no address."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """An organisation that waits to be checked has a page that says so."""
        membership = any_membership(request, pk)
        if membership.organisation.confirmed_at is None:
            return render(request, "helping/unchecked.html", {"organisation": membership.organisation})
        page = Paginator(_lines(request, membership), PER_PAGE).get_page(request.GET.get("seite"))
        return _list_page(request, membership, list(page), page=page)

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Whoever is found, at most 50."""
        membership = membership_of(request, pk)
        words = request.POST.get("name", "")[:LONGEST_SEARCH]
        return _list_page(request, membership, found(_lines(request, membership), words)[:MOST_FOUND], words=words)


class AskClientView(View):
    """GET: the form. POST: link, QR code and code to hand out in the talk."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """The empty form."""
        return _ask_page(request, membership_of(request, pk), ClientForm())

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Nothing is known of the person until they say yes."""
        membership = membership_of(request, pk)
        form = ClientForm(request.POST)
        if form.is_valid():
            body = {"organisation": membership.organisation, "kind": StandingKind.ADVISER}
            ask = form.ask_of(membership.display_name, **body)
            try:
                return show(request, offer_help(actor=actor_of(request, purpose=PURPOSE), ask=ask))
            except NotPermitted:
                raise Http404 from None
            except TooManyInvitations:
                form.add_error(None, TOO_MANY)
        return _ask_page(request, membership, form)


class EndClientView(View):
    """GET: ask once. POST: act for this client no more."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID, standing_pk: UUID) -> HttpResponse:
        """What it means."""
        membership = membership_of(request, pk)
        standing = client_of(request, membership, standing_pk)
        context = {"organisation": membership.organisation, "name": name_for_helper(standing)}
        return render(request, "helping/end_client.html", context)

    def post(self, request: HttpRequest, pk: UUID, standing_pk: UUID) -> HttpResponse:
        """At once, for everybody who works there."""
        standing = client_of(request, membership_of(request, pk), standing_pk)
        try:
            end_standing(actor=actor_of(request, purpose=PURPOSE), standing=standing)
        except NotPermitted:
            raise Http404 from None
        messages.success(request, _("Beendet. Ihre Organisation sieht von dieser Person nichts mehr."))
        return redirect("helping:clients", pk=pk)


def client_of(request: HttpRequest, membership: OrganisationMembership, standing_pk: UUID) -> Standing:
    """A grant that this organisation holds; 404 for those of others."""
    actor = actor_of(request, purpose=PURPOSE)
    return get_object_or_404(client_standings(actor, membership.organisation), pk=standing_pk)


def _lines(request: HttpRequest, membership: OrganisationMembership) -> list[Client]:
    actor, organisation = actor_of(request, purpose=PURPOSE), membership.organisation
    papers = latest_papers(actor, organisation)
    standings, asked = client_standings(actor, organisation), waiting_requests(actor, organisation)
    return clients(standings, asked, papers, timezone.now())


def _list_page(
    request: HttpRequest, membership: OrganisationMembership, lines: list[Client], **context: Any
) -> HttpResponse:
    """Who did something last is looked up for the lines on this page only."""
    acts = last_acts({line.standing.case_id for line in lines if line.standing}, membership.organisation)
    rows = [
        {
            "client": line,
            "space": space_of(line.standing.case_id) if line.standing else "",
            "last": acts.get(line.standing.case_id) if line.standing else None,
        }
        for line in lines
    ]
    return render(
        request, "helping/clients.html", {"organisation": membership.organisation, "rows": rows, "words": ""} | context
    )


def _ask_page(request: HttpRequest, membership: OrganisationMembership, form: ClientForm) -> HttpResponse:
    return render(request, "helping/ask_client.html", {"form": form, "organisation": membership.organisation})
