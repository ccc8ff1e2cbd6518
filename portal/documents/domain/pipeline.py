"""From quarantine to something that staff can read: scanned, taken apart and put together again, released.

Each step does its work first and then locks the row and commits effect and new status together. A step that was taken
by another worker, or whose document was removed meanwhile, ends quietly: nothing is done twice, nothing comes back.
"""

import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.models import system_actor
from portal.documents import events
from portal.documents.domain.files import open_file, reader, store_file
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.scanning import scan
from portal.documents.domain.workshop import sandbox as workshop
from portal.documents.domain.workshop.outcome import Outcome, WorkshopFailed
from portal.documents.enums import DocumentStatus as Status
from portal.documents.enums import MediaType, StoredFileKind
from portal.documents.errors import (
    CheckFailed,
    HarmfulFile,
    ScannerUnavailable,
    StepNotAllowed,
    TooComplex,
    TooLongToScan,
)
from portal.documents.models import Document, DocumentPage
from portal.outbox.models import OutboxMessage
from portal.outbox.services import publish

log = logging.getLogger(__name__)

CHECKER = system_actor("documents.check")
FACTS = {Status.RECEIVED: "document.received", Status.SCANNED: "document.scanned"}  # what brings up the next step
QUIET = timedelta(minutes=1)  # so long nothing has happened: look whether it is stuck


def scan_document(document_id: UUID) -> None:
    """Ask the virus scanner. Without its answer the document stays where it is: `resume_stuck` asks again, for ever."""
    document = _at(document_id, Status.RECEIVED)
    if document is None or document.stored is None:
        return
    try:
        with reader(document.stored) as plain:
            refusal = harm_in(plain)
    except ScannerUnavailable:
        log.warning("document %s waits for the virus scanner", document_id)
        return
    if refusal:
        _refuse(document, refusal)
        return
    with suppress(StepNotAllowed), transaction.atomic():
        advance(document, Status.SCANNED, actor=CHECKER)
        publish("document.scanned", document.pk)


def prepare_document(document_id: UUID) -> None:
    """Make the plain PDF of it in the workshop, keep it encrypted, release the document; or say why not.

    Files inside a PDF are scanned one by one: the scanner does not see all of them from outside.
    Raises WorkshopClosed when there is no place to work in: the outbox tries again.
    """
    document = _at(document_id, Status.SCANNED)
    if document is None or document.stored is None:
        return
    try:
        with workshop.prepare(open_file(document.stored), media_type=document.media_type) as outcome:
            refusal = outcome.refusal or harm_inside(outcome)
            if refusal:
                _refuse(document, refusal)
            else:
                with outcome.document() as content:
                    release(document, content, notes=outcome.notes, remarks=outcome.remarks)
    except WorkshopFailed as failure:
        log.warning("document %s cannot be taken apart: %s", document_id, failure.reason)
        _refuse(document, TooComplex.code)
    except ScannerUnavailable:
        log.warning("document %s waits for the virus scanner", document_id)


def release(document: Document, content: BinaryIO, *, notes: Sequence[Sequence[str]], remarks: Sequence[str]) -> None:
    """Store ``content``, the plain PDF, with what makes each page hard to read; from now on staff can read it."""
    with suppress(StepNotAllowed), transaction.atomic():
        clean = store_file(content, media_type=MediaType.PDF, kind=StoredFileKind.NORMALISED)
        advance(document, Status.RELEASED, actor=CHECKER, normalised=clean, pages=len(notes), remarks=list(remarks))
        DocumentPage.objects.bulk_create(
            DocumentPage(document=document, number=number, notes=list(each))
            for number, each in enumerate(notes, start=1)
        )
        record(CHECKER, events.DOCUMENT_RELEASED, subject=document, case_id=document.case_id)
        publish("document.released", document.pk)


def resume_stuck() -> int:
    """Bring up the next step of documents that nothing is under way for any more; returns how many.

    Whose check broke off again and again (`deliver` has given up) is refused: the person must know.
    """
    quiet = Document.objects.under_way().filter(created_at__lt=timezone.now() - QUIET, is_joined=False)
    resumed = 0
    for document in quiet.order_by("created_at"):
        messages = OutboxMessage.objects.filter(subject_id=document.pk, done_at__isnull=True)
        if messages.filter(fact=FACTS[Status(document.status)], dead_at__isnull=False).exists():
            _refuse(document, CheckFailed.code)
        elif not messages.exists():
            with transaction.atomic():
                publish(FACTS[Status(document.status)], document.pk)
        else:
            continue
        resumed += 1
    return resumed


def _at(document_id: UUID, status: Status) -> Document | None:
    """The document, if it still stands there."""
    return Document.objects.select_related("stored").filter(pk=document_id, status=status).first()


def harm_in(file: BinaryIO) -> str:
    """The code of a refusal when the scanner finds something in the file, or cannot see all of it; else "".

    Raises ScannerUnavailable.
    """
    try:
        verdict = scan(file)
    except TooLongToScan:
        return TooComplex.code
    if verdict.is_clean:
        return ""
    return TooComplex.code if verdict.exceeds_limits else HarmfulFile.code


def harm_inside(outcome: Outcome) -> str:
    """The same for the files that lay inside a PDF."""
    for number in range(1, outcome.attachments + 1):
        with outcome.attachment(number) as file:
            refusal = harm_in(file)
        if refusal:
            return refusal
    return ""


def _refuse(document: Document, code: str) -> None:
    with suppress(StepNotAllowed), transaction.atomic():
        advance(document, Status.REFUSED, actor=CHECKER, refusal=str(code))
        record(CHECKER, events.DOCUMENT_REFUSED, subject=document, case_id=document.case_id)
        publish("document.refused", document.pk)
