"""Hand out one document."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views import View

from portal.cases.models import Actor
from portal.cases.views.actor import actor_of
from portal.cases.views.reason import with_reason
from portal.documents.domain.names import with_ending
from portal.documents.errors import NotAllowed
from portal.documents.models import Document
from portal.documents.selectors import documents_visible_to, small_picture
from portal.documents.services import content_for, open_document, open_file
from portal.documents.views.purpose import with_purpose
from portal.documents.views.responses import file_response, reading_actors


class DownloadView(View):
    """GET: the file as it was uploaded, for staff its cleaned pages. 404 for what is not theirs, gone or harmful."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponseBase:
        """Stream the decrypted file; the look is audited."""
        for actor in reading_actors(request, purpose="document_download"):
            document = documents_visible_to(actor).filter(pk=pk).first()
            if document is not None:
                reader = with_purpose(request, with_reason(request, actor, document.case_id), document)
                return document_response(reader, document)
        raise Http404


class PictureView(View):
    """GET: the first page, small, for the person's own list. 404 for what is not hers, restricted or not drawn yet."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponseBase:
        """Decrypted in memory, kept by no cache. Her own look at her own paper leaves no event."""
        page = small_picture(actor_of(request, purpose="own_documents"), pk)
        if page is None or page.thumbnail is None:
            raise Http404
        response = HttpResponse(b"".join(open_file(page.thumbnail)), content_type=page.thumbnail.media_type)
        response.headers["Cache-Control"] = "no-store"
        response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
        return response


def document_response(reader: Actor, document: Document) -> HttpResponseBase:
    """Stream what ``reader`` may open of a document; the look is audited. Raises Http404 when that is nothing."""
    try:
        stored = content_for(reader, document)
    except NotAllowed:
        raise Http404 from None
    pieces = open_document(actor=reader, document=document)
    name = document.original_name if stored == document.stored else with_ending(document.original_name, ".pdf")
    return file_response(pieces, name=name, media_type=stored.media_type, size=stored.size)
