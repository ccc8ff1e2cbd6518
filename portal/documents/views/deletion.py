"""A document that the office does not need: the person says whether it shall be deleted (EVD-07, § 84 SGB X)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from portal.cases.enums import Shown
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of
from portal.documents.errors import NotAllowed
from portal.documents.models import Document
from portal.documents.permissions import may_empty
from portal.documents.selectors import documents_visible_to
from portal.documents.services import decline_deletion, empty_document

PURPOSE = "own_documents"


class NotNeededView(View):
    """GET: what we ask and what it means. POST ``answer``: ``delete`` or ``keep``. 404 when nobody has asked."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """The question."""
        actor = actor_of(request, purpose=PURPOSE)
        document = documents_visible_to(actor).filter(pk=pk, emptied_at__isnull=True).first()
        if document is None or not may_empty(actor, document):
            raise Http404
        note_seen(actor=actor, case_id=document.case_id, shown=[Shown.FILE_NAMES])
        return render(request, "documents/not_needed.html", {"document": document})

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Do what was chosen; a second time nothing more happens."""
        actor = actor_of(request, purpose=PURPOSE)
        document = documents_visible_to(actor).filter(pk=pk).first()
        answer = request.POST.get("answer", "")
        if document is None or answer not in {"delete", "keep"}:
            raise Http404
        try:
            if answer == "delete":
                empty_document(actor=actor, document=document)
            else:
                decline_deletion(actor=actor, document=document)
        except NotAllowed:
            raise Http404 from None
        messages.success(request, _said(document, answer))
        return redirect("documents:list")


def _said(document: Document, answer: str) -> str:
    if answer == "keep":
        return _("Gespeichert. Die Unterlage bleibt bei uns.")
    return _("Der Inhalt von „%(name)s“ ist gelöscht.") % {"name": document.original_name}
