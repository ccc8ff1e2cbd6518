"""Meine Unterlagen: what a person has uploaded."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views import View

from portal.cases.enums import Shown
from portal.cases.selectors import holders_in_words
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of
from portal.documents.domain.words import say
from portal.documents.errors import DocumentInUse, NotAllowed
from portal.documents.permissions import may_remove
from portal.documents.selectors import documents_visible_to
from portal.documents.services import remove_document

PER_PAGE = 50


class MyDocumentsView(View):
    """GET: name, date, pages, size and whether it was sent; newest first."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Fifty on a page; those that may still be removed have a button."""
        actor = actor_of(request, purpose="own_documents")
        page = Paginator(documents_visible_to(actor).whole().with_notes(), PER_PAGE).get_page(request.GET.get("page"))
        others = holders_in_words(document.uploaded_by_standing_id for document in page)
        rows = [
            {
                "document": document,
                "said": say(document),
                "removable": document.handed_in_at is None and may_remove(actor, document),
                "uploaded_by": others.get(document.uploaded_by_standing_id),
            }
            for document in page
        ]
        for case_id in {document.case_id for document in page}:
            note_seen(actor=actor, case_id=case_id, shown=[Shown.FILE_NAMES])
        return render(request, "documents/mine.html", {"rows": rows, "page_obj": page})


class RemoveView(View):
    """POST: remove a document that is not sent yet; back to ``next`` (an address of the portal) or the list."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """404 for documents of others; a sent one stays, with a message saying why."""
        actor = actor_of(request, purpose="own_documents")
        document = documents_visible_to(actor).filter(pk=pk).first()
        if document is None:
            raise Http404
        try:
            remove_document(actor=actor, document=document)
        except NotAllowed:
            raise Http404 from None
        except DocumentInUse as error:
            messages.error(request, str(error.message))
        else:
            messages.success(request, _("Die Datei ist entfernt."))
        return redirect(_next(request))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    return wanted if is_ours and wanted.startswith("/") else "documents:list"
