"""Pages about an organisation itself: registering it, who works there."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.accounts.enums import OrganisationRole
from portal.accounts.errors import LastCoordinator, NotCoordinator, OrganisationNotPossible
from portal.accounts.models import OrganisationMembership
from portal.accounts.selectors import members_of, memberships_of
from portal.accounts.services import change_role, end_membership, register_organisation
from portal.cases.errors import NotPermitted, TooManyInvitations
from portal.cases.selectors import waiting_colleagues
from portal.cases.services import invite_colleague
from portal.cases.views.actor import actor_of
from portal.helping.forms import ColleagueForm, RegisterForm
from portal.helping.views.asking import PURPOSE, TOO_MANY, show, signed_in

NAME_TAKEN = _(
    "Eine Organisation mit diesem Namen gibt es schon, oder Ihre erste Anmeldung wird noch geprüft. Arbeiten Sie dort? "
    "Dann bitten Sie eine Kollegin oder einen Kollegen um eine Einladung."
)
LAST_ONE = _("Das geht erst, wenn jemand anderes die Mitglieder verwaltet. Bitte legen Sie das vorher fest.")


class RegisterView(View):
    """GET: the form. POST: store it; it waits for the office."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        return render(request, "helping/register.html", {"form": RegisterForm()})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Nothing can be seen of anybody before an administrator has checked it."""
        form = RegisterForm(request.POST)
        if form.is_valid():
            try:
                organisation = register_organisation(
                    user=signed_in(request), details=form.details(), display_name=form.cleaned_data["display_name"]
                )
            except OrganisationNotPossible:
                form.add_error("name", NAME_TAKEN)
            else:
                return redirect("helping:clients", pk=organisation.pk)
        return render(request, "helping/register.html", {"form": form})


class MembersView(View):
    """GET: who works here. POST: invite somebody; who coordinates only."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """With the form for who coordinates."""
        return _members_page(request, membership_of(request, pk), ColleagueForm())

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """The link is handed on by hand; only the address can use it."""
        membership = membership_of(request, pk)
        if membership.role != OrganisationRole.COORDINATOR:
            raise Http404
        form = ColleagueForm(request.POST)
        if form.is_valid():
            actor, ask = actor_of(request, purpose=PURPOSE), form.ask(membership.display_name)
            try:
                return show(request, invite_colleague(actor=actor, organisation=membership.organisation, ask=ask))
            except NotPermitted:
                raise Http404 from None
            except TooManyInvitations:
                form.add_error(None, TOO_MANY)
        return _members_page(request, membership, form)


class MemberView(View):
    """POST ``do``: end somebody's work, or say who looks after the members."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: UUID, member_pk: UUID) -> HttpResponse:
        """404 for members of other organisations and for who may not."""
        own = membership_of(request, pk)
        member = get_object_or_404(members_of(own.organisation), pk=member_pk)
        is_end = request.POST.get("do") == "end"
        try:
            if is_end:
                end_membership(user=signed_in(request), membership=member)
            else:
                change_role(user=signed_in(request), membership=member, role=_wanted(request))
        except NotCoordinator:
            raise Http404 from None
        except LastCoordinator:
            messages.warning(request, LAST_ONE)
            return redirect("helping:members", pk=pk)
        messages.success(request, _("Beendet. Der Zugang ist ab sofort weg.") if is_end else _("Geändert."))
        return redirect("helping:helping") if is_end and member.pk == own.pk else redirect("helping:members", pk=pk)


def any_membership(request: HttpRequest, pk: UUID) -> OrganisationMembership:
    """The own membership of today, also of an organisation that waits to be checked; else 404."""
    return get_object_or_404(memberships_of(signed_in(request)), organisation_id=pk)


def membership_of(request: HttpRequest, pk: UUID) -> OrganisationMembership:
    """The own membership of today in a checked organisation that takes part; else 404."""
    current = OrganisationMembership.objects.current().select_related("organisation")
    return get_object_or_404(current, user=signed_in(request), organisation_id=pk)


def _wanted(request: HttpRequest) -> OrganisationRole:
    return OrganisationRole.COORDINATOR if request.POST.get("do") == "raise" else OrganisationRole.MEMBER


def _members_page(request: HttpRequest, membership: OrganisationMembership, form: ColleagueForm) -> HttpResponse:
    organisation = membership.organisation
    context = {
        "organisation": organisation,
        "members": list(members_of(organisation)),
        "waiting": list(waiting_colleagues(actor_of(request, purpose=PURPOSE), organisation)),
        "own": membership,
        "coordinates": membership.role == OrganisationRole.COORDINATOR,
        "form": form,
    }
    return render(request, "helping/members.html", context)
