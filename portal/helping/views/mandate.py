"""The Vollmacht on paper: prepare it, print it, find it by its code, upload what was signed."""

from typing import Any, BinaryIO, cast
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.cases.domain.clients import is_paper_code, paper_code
from portal.cases.domain.scope_words import sentences
from portal.cases.enums import CaseStatus, InvitationStatus, Scope
from portal.cases.errors import GrantNotPossible, InvitationNotAnswerable, NotPermitted, TooManyInvitations
from portal.cases.models import Actor, Invitation, Standing
from portal.cases.selectors import (
    actor_with_paper,
    latest_papers,
    name_for_helper,
    papers_of_members,
    standing_of_paper,
)
from portal.cases.services import Ask, add_paper, prepare_mandate, prepare_renewal
from portal.cases.views.actor import actor_of
from portal.cases.views.space import space_of
from portal.documents.errors import UploadRefused
from portal.documents.services import mark_handed_in, receive_document
from portal.helping.domain.mandate_pdf import mandate_pdf
from portal.helping.forms import PaperForm, RenewalForm
from portal.helping.views.asking import PURPOSE, TOO_MANY
from portal.helping.views.clients import client_of
from portal.helping.views.members import membership_of

LONGEST_CODE = 40
UNKNOWN = _("Diesen Code gibt es in Ihrer Organisation nicht. Er steht unten auf der Vollmacht und hat 8 Zeichen.")
NO_FILE = _("Bitte wählen Sie eine Datei aus.")
OVER = _("Diese Vollmacht wurde schon geprüft, ersetzt oder beendet. Es wurde nichts gespeichert.")


class NewMandateView(View):
    """GET: the form. POST: prepare case and paper, then on to printing."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """The empty form."""
        organisation = membership_of(request, pk).organisation
        return render(request, "helping/new_mandate.html", {"form": PaperForm(), "organisation": organisation})

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Nobody outside of the organisation knows of it yet."""
        membership = membership_of(request, pk)
        form = PaperForm(request.POST)
        if form.is_valid():
            actor, ask = actor_of(request, purpose=PURPOSE), form.ask_of(membership.display_name)
            try:
                paper = prepare_mandate(actor=actor, organisation=membership.organisation, ask=ask)
            except NotPermitted:
                raise Http404 from None
            except TooManyInvitations:
                form.add_error(None, TOO_MANY)
            else:
                return redirect("helping:mandate", pk=paper.pk)
        context = {"form": form, "organisation": membership.organisation}
        return render(request, "helping/new_mandate.html", context)


class RenewMandateView(View):
    """GET: how long. POST: a new paper for a client of the organisation."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID, standing_pk: UUID) -> HttpResponse:
        """The form."""
        standing = client_of(request, membership_of(request, pk), standing_pk)
        return _renewal_page(request, standing, RenewalForm())

    def post(self, request: HttpRequest, pk: UUID, standing_pk: UUID) -> HttpResponse:
        """With what the last paper said, or what is allowed now."""
        membership = membership_of(request, pk)
        standing = client_of(request, membership, standing_pk)
        form = RenewalForm(request.POST)
        if not form.is_valid():
            return _renewal_page(request, standing, form)
        actor = actor_of(request, purpose=PURPOSE)
        last = latest_papers(actor, membership.organisation).get(standing.case_id)
        ask = Ask(
            scopes=[Scope(scope) for scope in (last.scopes if last else standing.scopes)],
            ends_at=form.ends_at(standing.valid_to),
            inviter_name=membership.display_name,
            invitee_name=(last.invitee_name if last else "") or name_for_helper(standing),
        )
        try:
            paper = prepare_renewal(actor=actor, standing=standing, ask=ask)
        except (NotPermitted, GrantNotPossible):
            raise Http404 from None
        return redirect("helping:mandate", pk=paper.pk)


class FindMandateView(View):
    """POST: from the code on the paper to its page."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Among the papers of this organisation only."""
        organisation = membership_of(request, pk).organisation
        papers = papers_of_members(actor_of(request, purpose=PURPOSE)).filter(organisation=organisation)
        typed = request.POST.get("code", "")[:LONGEST_CODE]
        for paper_pk in papers.values_list("pk", flat=True):
            if is_paper_code(paper_pk, typed):
                return redirect("helping:mandate", pk=paper_pk)
        messages.warning(request, UNKNOWN)
        return redirect("helping:clients", pk=pk)


class MandateView(View):
    """GET: what to do next with this paper. POST: the signed paper."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """404 for who does not work there today."""
        return _page(request, _find(request, pk))

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """One file; a later one replaces it until the office has checked it."""
        paper = _find(request, pk)
        file = request.FILES.get("paper")
        if file is None:
            return _page(request, paper, refused=str(NO_FILE))
        try:
            _receive(actor_of(request, purpose=PURPOSE), paper, file)
        except UploadRefused as error:
            return _page(request, paper, refused=str(error.message))
        except (InvitationNotAnswerable, GrantNotPossible):
            return _page(request, paper, refused=str(OVER))
        messages.success(request, _("Die Vollmacht ist angekommen."))
        return redirect("helping:mandate", pk=pk)


class MandatePdfView(View):
    """GET: the paper to print, as often as it is needed."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """404 when it was checked or withdrawn: then the signed one counts."""
        paper = _find(request, pk)
        if paper.status != InvitationStatus.OPEN or paper.organisation is None:
            raise Http404
        response = HttpResponse(mandate_pdf(paper, paper.organisation), content_type="application/pdf")
        response.headers["Content-Disposition"] = 'inline; filename="Vollmacht.pdf"'
        response.headers["Cache-Control"] = "no-store"
        response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
        return response


def _receive(member: Actor, paper: Invitation, file: Any) -> None:
    """Store the file and note that it is the paper. Raises what the two services raise; then nothing was kept."""
    standing = standing_of_paper(paper)
    if standing is None or paper.status != InvitationStatus.OPEN:
        raise GrantNotPossible
    actor = actor_with_paper(member, standing)
    with transaction.atomic():
        document = receive_document(
            actor=actor,
            case=standing.case,
            person=standing.person,
            upload=cast("BinaryIO", file),
            name=file.name or "",
        )
        if standing.case.status != CaseStatus.PROSPECTIVE:  # else it goes with the first application
            mark_handed_in(documents=[document], at=timezone.now())
        add_paper(actor=actor, paper=paper, document_id=document.pk)


def _find(request: HttpRequest, pk: UUID) -> Invitation:
    return get_object_or_404(papers_of_members(actor_of(request, purpose=PURPOSE)), pk=pk)


def _renewal_page(request: HttpRequest, standing: Standing, form: RenewalForm) -> HttpResponse:
    context = {"form": form, "organisation": standing.organisation, "name": name_for_helper(standing)}
    return render(request, "helping/renew_mandate.html", context)


def _page(request: HttpRequest, paper: Invitation, *, refused: str = "") -> HttpResponse:
    standing = standing_of_paper(paper)
    context = {
        "paper": paper,
        "organisation": paper.organisation,
        "sentences": sentences(paper.scopes),
        "code": paper_code(paper.pk),
        "is_open": paper.status == InvitationStatus.OPEN and standing is not None,
        "is_over": standing is None or paper.status == InvitationStatus.WITHDRAWN,
        "space": space_of(standing.case_id) if standing else "",
        "is_sent": standing is not None and standing.case.status != CaseStatus.PROSPECTIVE,
        "refused": refused,
    }
    return render(request, "helping/mandate.html", context, status=422 if refused else 200)
