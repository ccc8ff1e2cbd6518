"""Specially protected documents: what for they are opened, and what becomes of those that nobody had asked for."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.desk.forms.document import PurposeForm
from portal.desk.views.documents import Place, place_of
from portal.desk.views.page import desk_page
from portal.desk.views.viewer import show_document
from portal.documents.errors import NotAllowed
from portal.documents.permissions import may_ever_open
from portal.documents.selectors import documents_visible_to
from portal.documents.services import (
    empty_document,
    open_original,
    propose_deletion,
    seal_document,
    unseal_document,
)
from portal.documents.views.purpose import keep_purpose
from portal.documents.views.responses import file_response

_ACTIONS = {
    "seal": seal_document,
    "unseal": unseal_document,
    "propose": propose_deletion,
    "empty": empty_document,
}


@require_POST
def give_purpose(request: HttpRequest, pk: UUID, document_pk: UUID) -> HttpResponse:
    """Say what for a specially protected document is opened, then open it. 404 without the function."""
    place = place_of(request, pk, document_pk)
    if not place.document.is_restricted or not may_ever_open(place.actor, place.document):
        raise Http404
    form = PurposeForm(request.POST)
    if not form.is_valid():
        return show_document(request, place, purpose=form)
    keep_purpose(request, place.document, form.cleaned_data["purpose"])
    return _back(place)


@require_POST
def protect(request: HttpRequest, pk: UUID, document_pk: UUID) -> HttpResponse:
    """Seal, take the seal off, ask the person whether it shall be deleted, or delete the content."""
    place = place_of(request, pk, document_pk)
    wanted = request.POST.get("do", "")
    if wanted not in _ACTIONS:
        raise Http404
    if wanted == "empty" and request.POST.get("confirmed") != "on":
        messages.error(request, _("Nicht gelöscht. Bitte bestätigen Sie, dass die Person das möchte."))
        return _back(place)
    try:
        _ACTIONS[wanted](actor=place.actor, document=place.document)
    except NotAllowed:
        raise Http404 from None
    messages.success(request, _said(wanted))
    return _back(place)


@require_http_methods(["GET", "HEAD", "POST"])
def original(request: HttpRequest, pk: UUID, document_pk: UUID, part_pk: UUID) -> HttpResponse:
    """GET: what to heed. POST: the file as it was sent, as a download. ``part_pk``: the document or a part of it."""
    place = place_of(request, pk, document_pk)
    family = documents_visible_to(place.actor).filter(case=place.application.case_id).select_related("case")
    document = family.filter(pk=part_pk).first()
    if document is None or document_pk not in {document.pk, document.joined_into_id} or document.stored is None:
        raise Http404
    if not may_ever_open(place.actor, place.document):
        raise Http404
    if request.method == "POST":
        try:
            content = open_original(actor=place.actor, document=document)
        except NotAllowed:
            raise Http404 from None
        return file_response(  # type: ignore[return-value] # a response that streams
            content.pieces, name=document.original_name, media_type=document.media_type, size=content.size
        )
    context = {"application": place.application, "document": place.document, "original": document}
    return desk_page(request, "desk/original.html", title=_("Original herunterladen"), context=context)


def _said(done: str) -> str:
    return {
        "seal": _("Die Unterlage ist jetzt besonders geschützt. Bilder und Text der Seiten sind gelöscht."),
        "unseal": _("Der besondere Schutz ist aufgehoben. Die Seiten werden neu gelesen."),
        "propose": _("Gespeichert. Die Person kann jetzt entscheiden, ob die Unterlage gelöscht wird."),
        "empty": _("Der Inhalt ist gelöscht. Name, Datum und Prüfsumme bleiben als Nachweis."),
    }[done]


def _back(place: Place) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk:viewer", args=[place.application.pk, place.document.pk]))
