"""Use cases around a person's documents."""

import tempfile
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.enums import Shown
from portal.cases.models import Actor, Case, Person
from portal.cases.services import note_seen
from portal.documents import events
from portal.documents.domain.inspection import MAX_BYTES, inspect
from portal.documents.domain.names import clean_name
from portal.documents.domain.storage import CHUNK
from portal.documents.enums import DocumentStatus, StoredFileKind
from portal.documents.errors import DocumentInUse, FileEmpty, FileTooLarge, NotAllowed, TooManyFiles
from portal.documents.models import Document
from portal.documents.permissions import may_remove, may_upload
from portal.documents.services.files import discard_file, open_file, store_file

MAX_WAITING = 200  # files of one case that are uploaded, but not sent


def receive_document(
    *,
    actor: Actor,
    case: Case,
    person: Person | None,
    upload: BinaryIO,
    name: str,
    evidence_code: str = "",
    evidence_person: str = "",
) -> Document:
    """Check an upload, store it encrypted and note it in the case.

    ``upload`` is read once from where it stands. Raises NotAllowed, and UploadRefused with a ``message`` for the
    person: then nothing was kept.
    """
    if not may_upload(actor, case.pk):
        raise NotAllowed
    if Document.objects.waiting().filter(case=case).count() >= MAX_WAITING:
        raise TooManyFiles
    with tempfile.TemporaryFile() as plain:  # without a name: gone with the process, never in a web root
        _copy(upload, plain)
        inspected = inspect(plain, name=name)
        plain.seek(0)
        with transaction.atomic():
            stored = store_file(plain, media_type=inspected.media_type, kind=StoredFileKind.UPLOAD)
            document = Document.objects.create(
                case=case,
                person=person,
                stored=stored,
                original_name=clean_name(name),
                media_type=inspected.media_type,
                size=stored.size,
                pages=inspected.pages,
                sha256=stored.sha256,
                remarks=list(inspected.remarks),
                evidence_code=evidence_code,
                evidence_person=evidence_person,
                uploaded_by_standing_id=actor.acting_standing_id,
                uploaded_by_role=actor.role,
            )
            record(actor, events.DOCUMENT_RECEIVED, subject=document, case_id=case.pk)
    return document


@transaction.atomic
def remove_document(*, actor: Actor, document: Document) -> None:
    """Remove a document that is not part of anything sent; its content is deleted, its row stays without it.

    Raises NotAllowed, DocumentInUse. Removing twice is the same as once.
    """
    if not may_remove(actor, document):
        raise NotAllowed
    locked = Document.objects.select_for_update().get(pk=document.pk)
    if locked.handed_in_at is not None:
        raise DocumentInUse
    if locked.removed_at is not None:
        return
    stored = locked.stored
    locked.stored = None
    locked.removed_at = timezone.now()
    locked.status = DocumentStatus.REMOVED
    locked.save(update_fields=["stored", "removed_at", "status"])
    if stored is not None:
        discard_file(stored)
    record(actor, events.DOCUMENT_REMOVED, subject=locked, case_id=locked.case_id)


@transaction.atomic
def discard_unsent_documents(*, actor: Actor, case_ids: Collection[UUID]) -> int:
    """Delete documents of these cases that are part of nothing sent, rows and contents; returns how many.

    Unlike ``remove_document`` nothing is left of them: neither name nor size. Raises NotAllowed.
    """
    if not all(may_upload(actor, case_id) for case_id in case_ids):
        raise NotAllowed
    unsent = Document.objects.select_for_update(of=("self",)).filter(case_id__in=case_ids, handed_in_at__isnull=True)
    found = list(unsent.select_related("stored").order_by("pk"))
    for document in found:
        record(actor, events.DOCUMENT_DISCARDED, subject=document, case_id=document.case_id)
        stored = document.stored
        document.delete()
        if stored is not None:
            discard_file(stored)
    return len(found)


@transaction.atomic
def erase_documents(*, actor: Actor, case: Case) -> int:
    """Delete every document of an ended case, rows and contents; returns how many.

    What was handed in with them has to be gone before. Raises NotAllowed for everybody but the system.
    """
    if not actor.is_system:
        raise NotAllowed
    found = list(Document.objects.filter(case=case).select_related("stored").order_by("pk"))
    for document in found:
        record(actor, events.DOCUMENT_ERASED, subject=document, case_id=case.pk)
        stored = document.stored
        document.delete()
        if stored is not None:
            discard_file(stored)
    return len(found)


def mark_handed_in(*, documents: Iterable[Document], at: datetime) -> None:
    """Fix documents as part of something sent: from now on they cannot be removed. One statement."""
    Document.objects.filter(pk__in=[document.pk for document in documents]).update(handed_in_at=at)


def open_document(*, actor: Actor, document: Document) -> Iterator[bytes]:
    """The content in pieces; the look is written to the audit trail first.

    The document comes from ``documents_visible_to(actor)``. Raises NotAllowed when its content is gone.
    """
    if document.stored is None:
        raise NotAllowed
    pieces = open_file(document.stored)
    note_seen(actor=actor, case_id=document.case_id, shown=[Shown.DOCUMENTS], subject=document)
    return pieces


def _copy(source: BinaryIO, target: BinaryIO) -> None:
    size = 0
    while chunk := source.read(CHUNK):
        size += len(chunk)
        if size > MAX_BYTES:
            raise FileTooLarge
        target.write(chunk)
    if size == 0:
        raise FileEmpty
    target.flush()
