"""The letter of a request, and the sheets that go on top of papers."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mailbox.domain.evidence_letter import cover_sheet_pdf, letter_pdf
from mailbox.views.evidence import find_request
from portal.cases.enums import Shown
from portal.cases.services import note_seen
from portal.documents.views import file_response


@require_safe
def letter(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The letter as PDF. 404 for requests of others and for drafts."""
    actor, found = find_request(request, pk)
    note_seen(actor=actor, case_id=found.case_id, shown=[Shown.MESSAGES], subject=found)
    return _pdf(letter_pdf(found), _("Brief.pdf"))


@require_safe
def cover_sheet(request: HttpRequest, pk: UUID, number: int) -> HttpResponseBase:
    """The sheet for the thing with this number. 404 where there is none."""
    _actor, found = find_request(request, pk)
    item = next((item for item in found.items.all() if item.position == number), None)
    if item is None:
        raise Http404
    return _pdf(cover_sheet_pdf(item), _("Deckblatt.pdf"))


def _pdf(content: bytes, name: str) -> HttpResponseBase:
    return file_response(iter([content]), name=name, media_type="application/pdf", size=len(content))
