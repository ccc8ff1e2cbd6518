"""Several files that are one document: photos of its pages, in the order the person has chosen."""

from contextlib import suppress
from uuid import UUID

from django.db import transaction

from portal.documents.domain.files import open_file, store_file
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.pages import drop_pages
from portal.documents.domain.pipeline import CHECKER
from portal.documents.domain.workshop import sandbox as workshop
from portal.documents.domain.workshop.outcome import WorkshopFailed
from portal.documents.enums import DocumentStatus as Status
from portal.documents.enums import MediaType, StoredFileKind
from portal.documents.errors import CheckFailed, StepNotAllowed
from portal.documents.models import Document, DocumentPage, StoredFile
from portal.outbox.services import publish


def join_when_ready(document_id: UUID) -> None:
    """Put the parts of a joined document together, in their order; ``document_id`` is it or one of its parts.

    Nothing happens while a part is still being checked: its release calls again. Parts that cannot be used are left
    out; the person sees them at the document. When none can be used the whole cannot.
    """
    document = Document.objects.present().select_related("joined_into").filter(pk=document_id).first()
    joined = document.joined_into or document if document else None
    if joined is None or not joined.is_joined or joined.status != Status.SCANNED:
        return
    if joined.parts.present().under_way().exists():
        return
    usable = usable_parts(joined)
    refused = joined.parts.present().first()
    if usable:
        _join(joined, usable)
    elif refused is not None:
        _refuse(joined, refused.refusal)


def usable_parts(joined: Document) -> list[Document]:
    """The parts that pages can be taken from, in order."""
    parts = joined.parts.present().filter(normalised__isnull=False).select_related("normalised")
    return list(parts.order_by("position", "created_at", "pk"))


def _join(joined: Document, parts: list[Document]) -> None:
    try:
        with (
            workshop.join([open_file(part.normalised) for part in parts if part.normalised is not None]) as outcome,
            suppress(StepNotAllowed),
            transaction.atomic(),
            outcome.document() as content,
        ):
            _release(joined, parts, store_file(content, media_type=MediaType.PDF, kind=StoredFileKind.NORMALISED))
    except WorkshopFailed:
        _refuse(joined, CheckFailed.code)


def _release(joined: Document, parts: list[Document], clean: StoredFile) -> None:
    pages = list(DocumentPage.objects.filter(document__in=parts))
    order = {part.pk: place for place, part in enumerate(parts)}
    pages.sort(key=lambda page: (order[page.document_id], page.number))
    remarks = sorted({remark for part in parts for remark in part.remarks})
    facts = {"normalised": clean, "pages": len(pages), "size": clean.size, "sha256": clean.sha256, "remarks": remarks}
    advance(joined, Status.RELEASED, actor=CHECKER, **facts)
    if parts != usable_parts(joined):  # arranged anew meanwhile, which has its own message; the row is locked now
        raise StepNotAllowed
    drop_pages(joined)
    DocumentPage.objects.bulk_create(
        DocumentPage(document=joined, number=number, notes=page.notes) for number, page in enumerate(pages, start=1)
    )
    publish("document.released", joined.pk)


def _refuse(joined: Document, code: str) -> None:
    with suppress(StepNotAllowed), transaction.atomic():
        advance(joined, Status.REFUSED, actor=CHECKER, refusal=code)
