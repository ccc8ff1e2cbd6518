"""Hand out one document."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views import View

from portal.cases.views.reason import with_reason
from portal.documents.selectors import documents_visible_to
from portal.documents.services import open_document
from portal.documents.views.responses import file_response, reading_actors


class DownloadView(View):
    """GET: the file as it was uploaded. 404 for documents of others, removed and unknown ones alike."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponseBase:
        """Stream the decrypted file; the look is audited."""
        for actor in reading_actors(request, purpose="document_download"):
            document = documents_visible_to(actor).filter(pk=pk).first()
            if document is not None:
                reader = with_reason(request, actor, document.case_id)
                pieces = open_document(actor=reader, document=document)
                return file_response(
                    pieces, name=document.original_name, media_type=document.media_type, size=document.size
                )
        raise Http404
