"""Looking for words in the documents of one case. What somebody looks for stands in no address and no log."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.cases.enums import Shown
from portal.cases.services import note_seen
from portal.desk.forms.document import SearchForm
from portal.desk.views.case_access import application_of
from portal.desk.views.documents import names_of, title_of
from portal.desk.views.page import desk_page
from portal.documents.domain.searching import MOST, find
from portal.documents.selectors import documents_in_case, readable_pages


@require_POST
def search(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The pages that hold all the words, with a few words around. Specially protected documents are not among them."""
    actor, application = application_of(request, pk, purpose="case_work")
    form = SearchForm(request.POST)
    names = names_of(application)
    documents = list(documents_in_case(actor, application.case_id))
    hits = find(readable_pages(documents), form.cleaned_data["q"]) if form.is_valid() else []
    shown = [Shown.FILE_NAMES, *([Shown.DOCUMENTS] if hits else [])]
    note_seen(actor=actor, case_id=application.case_id, shown=shown, subject=application)
    context = {
        "application": application,
        "form": form,
        "hits": [{"hit": hit, "title": title_of(hit.document, names)} for hit in hits],
        "most": MOST if len(hits) == MOST else 0,
        "is_done": form.is_valid(),
        "left_out": sum(each.is_restricted for each in documents),
    }
    status = HTTPStatus.OK if form.is_valid() else HTTPStatus.UNPROCESSABLE_ENTITY
    return desk_page(request, "desk/found.html", title=_("In den Unterlagen gesucht"), context=context, status=status)
