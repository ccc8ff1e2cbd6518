"""Looking at pages: pictures instead of files, each look in the audit trail."""

from collections.abc import Iterator

from django.db import transaction
from msgspec import Struct

from portal.cases.models import Actor
from portal.cases.permissions import may_work_on
from portal.cases.services import note_seen
from portal.documents.domain.files import open_file
from portal.documents.domain.reading import draw_page
from portal.documents.domain.workshop.outcome import WorkshopClosed, WorkshopFailed
from portal.documents.enums import DocumentStatus
from portal.documents.errors import ContentUnavailable, NotAllowed, PageNotDrawn
from portal.documents.models import Document, DocumentPage, StoredFile
from portal.documents.permissions import may_open_now
from portal.documents.services.documents import kind_of_look

QUARTER = 90  # degrees
FULL = 360


class Content(Struct, frozen=True):
    """A stored file on its way out: in pieces, with its size in bytes."""

    pieces: Iterator[bytes]
    size: int
    media_type: str


def open_page(*, actor: Actor, page: DocumentPage, is_noted: bool) -> Content:
    """The picture of a page as WebP; drawn this moment where none is kept.

    ``is_noted``: the look is in the audit trail already. Raises NotAllowed; PageNotDrawn when it cannot be drawn now.
    """
    document = page.document
    if document.status != DocumentStatus.RELEASED or not may_open_now(actor, document):
        raise NotAllowed
    content = _stored(page.image) if page.image is not None else _drawn(page)
    if not is_noted:
        note_look(actor=actor, document=document)
    return content


def note_look(*, actor: Actor, document: Document) -> None:
    """Write that pages of ``document`` are about to be seen; once in a request."""
    note_seen(actor=actor, case_id=document.case_id, shown=[kind_of_look(actor, document)], subject=document)


def open_original(*, actor: Actor, document: Document) -> Content:
    """The file exactly as it was sent, for staff who have to check a signature or what was left out of the PDF.

    Raises NotAllowed, also for what was refused or is still being checked: nobody opens that.
    """
    is_there = document.stored is not None and document.status == DocumentStatus.RELEASED
    if not is_there or not may_work_on(actor, document.case) or not may_open_now(actor, document):
        raise NotAllowed
    content = _stored(document.stored)
    note_look(actor=actor, document=document)
    return content


@transaction.atomic
def turn_page(*, actor: Actor, page: DocumentPage, by: int = QUARTER) -> None:
    """Turn the picture by ``by`` degrees clockwise, for everybody who looks at it later. Raises NotAllowed.

    No audit event: nothing of the document changes.
    """
    if not may_work_on(actor, page.document.case) or not may_open_now(actor, page.document):
        raise NotAllowed
    locked = DocumentPage.objects.select_for_update().get(pk=page.pk)
    locked.turn = (locked.turn + by) % FULL
    locked.save(update_fields=["turn"])


def _stored(stored: StoredFile | None) -> Content:
    if stored is None:
        raise NotAllowed
    return Content(open_file(stored), stored.size, stored.media_type)


def _drawn(page: DocumentPage) -> Content:
    try:
        picture = draw_page(page.document, page.number)
    except (WorkshopFailed, WorkshopClosed, ContentUnavailable):
        raise PageNotDrawn from None
    return Content(iter([picture]), len(picture), "image/webp")
