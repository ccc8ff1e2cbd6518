"""Signed Vollmachten: which wait, and whether one fits."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from applications.selectors.application import applications_visible_to
from portal.cases.domain.scope_words import sentences
from portal.cases.errors import GrantNotPossible, InvitationNotAnswerable, NotPermitted
from portal.cases.selectors import papers_to_check
from portal.cases.services import check_paper, note_list
from portal.cases.views.actor import staff_actor_of
from portal.desk.forms.paper import PaperCheckForm
from portal.desk.views.page import desk_page
from portal.documents.selectors import documents_visible_to

PURPOSE = "mandate_check"
PER_PAGE = 50


@require_safe
def list_papers(request: HttpRequest) -> HttpResponse:
    """The papers on cases of the house, the oldest first."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    page = Paginator(papers_to_check(actor), PER_PAGE).get_page(request.GET.get("seite"))
    note_list(actor=actor)
    return desk_page(request, "desk/papers.html", title=_("Vollmachten zu prüfen"), context={"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: what it says. POST: it fits, or why not. 404 for papers of other jobcenters and for checked ones."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    paper = get_object_or_404(papers_to_check(actor), pk=pk)
    form = PaperCheckForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            check_paper(actor=actor, paper=paper, refusal=form.refusal())
        except NotPermitted:
            raise PermissionDenied from None
        except (InvitationNotAnswerable, GrantNotPossible):
            messages.info(
                request, _("Diese Vollmacht wurde inzwischen geprüft oder beendet. Es wurde nichts geändert.")
            )
        else:
            messages.success(request, _("Gespeichert. Die Organisation bekommt eine Nachricht."))
        return HttpResponseRedirect(reverse("desk:papers"))
    context = {
        "paper": paper,
        "has_document": documents_visible_to(actor).filter(pk__in=[paper.paper_document_id]).exists(),
        "sentences": sentences(paper.scopes),
        "form": form,
        "applications": list(applications_visible_to(actor).filter(case=paper.case).select_related("submission")),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(request, "desk/paper.html", title=_("Vollmacht prüfen"), context=context, status=status)
