"""From quarantine to something that staff can read: scanned, taken apart and put together again, released.

Each step does its work first and then locks the row and commits effect and new status together. A step that was taken
by another worker, or whose document was removed meanwhile, ends quietly: nothing is done twice, nothing comes back.
"""

import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.models import system_actor
from portal.documents import events
from portal.documents.domain.files import plain_file, store_file
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.scanning import scan
from portal.documents.domain.workshop.codes import Refusal
from portal.documents.domain.workshop.sandbox import PageFacts, WorkshopFailed, run
from portal.documents.enums import DocumentStatus as Status
from portal.documents.enums import MediaType, StoredFileKind
from portal.documents.errors import CheckFailed, HarmfulFile, ScannerUnavailable, StepNotAllowed, TooComplex, TooLongToScan
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
        with plain_file(document.stored) as plain:
            verdict = scan(plain)
    except ScannerUnavailable:
        log.warning("document %s waits for the virus scanner", document_id)
        return
    if verdict.signature:
        _refuse(document, TooComplex.code if verdict.exceeds_limits else HarmfulFile.code)
        return
    with suppress(StepNotAllowed), transaction.atomic():
        advance(document, Status.SCANNED, actor=CHECKER)
        publish("document.scanned", document.pk)


def prepare_document(document_id: UUID) -> None:
    """Make the plain PDF of it in the workshop, keep it encrypted, release the document; or say why not.

    Files inside a PDF are scanned one by one: the scanner does not see all of them from outside.
    """
    document = _at(document_id, Status.SCANNED)
    if document is None or document.stored is None:
        return
    try:
        with plain_file(document.stored) as plain, run("prepare", [plain], media_type=document.media_type) as outcome:
            refusal = outcome.refusal or _harm_in(outcome.attachments)
            if refusal:
                _refuse(document, refusal)
            else:
                with outcome.document.open("rb") as content:
                    release(document, content, pages=outcome.pages, remarks=outcome.remarks)
    except WorkshopFailed:
        _refuse(document, Refusal.TOO_COMPLEX)
    except ScannerUnavailable:
        log.warning("document %s waits for the virus scanner", document_id)


def release(document: Document, content: BinaryIO, *, pages: Sequence[PageFacts], remarks: Sequence[str]) -> None:
    """Store ``content``, the plain PDF, and everything that is known of its pages; from now on staff can read it."""
    with suppress(StepNotAllowed), transaction.atomic():
        clean = store_file(content, media_type=MediaType.PDF, kind=StoredFileKind.NORMALISED)
        advance(document, Status.RELEASED, actor=CHECKER, clean=clean, pages=len(pages), remarks=list(remarks))
        DocumentPage.objects.bulk_create(
            DocumentPage(document=document, number=number, notes=list(page.notes), fingerprint=page.fingerprint)
            for number, page in enumerate(pages, start=1)
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


def _harm_in(attachments: Sequence[Path]) -> str:
    """The code of a refusal when the scanner finds something in one of the files, else ""."""
    for path in attachments:
        with path.open("rb") as file:
            try:
                verdict = scan(file)
            except TooLongToScan:
                return TooComplex.code
        if verdict.signature:
            return TooComplex.code if verdict.exceeds_limits else HarmfulFile.code
    return ""


def _refuse(document: Document, code: str) -> None:
    with suppress(StepNotAllowed), transaction.atomic():
        advance(document, Status.REFUSED, actor=CHECKER, refusal=str(code))
        record(CHECKER, events.DOCUMENT_REFUSED, subject=document, case_id=document.case_id)
        publish("document.refused", document.pk)
