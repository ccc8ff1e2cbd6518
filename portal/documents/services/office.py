"""Files that staff bring in: what the office has made for a person, and what came on paper."""

from typing import BinaryIO, Final, cast

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.models import Actor, Case, Person
from portal.documents import events
from portal.documents.domain.files import discard_file, store_file
from portal.documents.domain.inspection import media_type_of
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.names import complete_name
from portal.documents.domain.pages import drop_pages
from portal.documents.enums import DocumentStatus, MediaType, StoredFileKind
from portal.documents.errors import DocumentInUse, NotAllowed, TypeNotAllowed
from portal.documents.models import Document, DocumentStep, StoredFile
from portal.documents.permissions import may_bring_in
from portal.documents.services.receiving import Incoming, Room
from portal.outbox.services import publish

ANY_KIND: Final = frozenset(MediaType)


@transaction.atomic
def receive_from_office(  # noqa: PLR0913 -- what is known of a file, each by name
    *,
    actor: Actor,
    case: Case,
    person: Person | None,
    upload: BinaryIO,
    name: str,
    is_from_office: bool = True,
    kinds: frozenset[MediaType] = ANY_KIND,
    evidence_code: str = "",
    evidence_person: str = "",
    is_restricted: bool = False,
) -> Document:
    """Take a file of the office in: it goes the way of every upload (scanned, made plain), nobody opens it before.

    ``upload`` is read once from where it stands; what is stored is the same byte for byte. ``is_from_office``: the
    office has made it, and the person sees it by what it belongs to only; False for a scan of the person's paper, which
    counts among what is not handed in until the caller says otherwise. Raises NotAllowed, and UploadRefused with a
    ``message``: then nothing was kept.
    """
    if not may_bring_in(actor, case):
        raise NotAllowed
    source = Incoming(upload, Room())
    media_type = media_type_of(source.header, name=name)
    if media_type not in kinds:
        raise TypeNotAllowed
    stored = store_file(cast("BinaryIO", source), media_type=media_type, kind=StoredFileKind.UPLOAD)
    document = Document.objects.create(
        case=case,
        person=person,
        stored=stored,
        original_name=complete_name(name, media_type),
        media_type=media_type,
        size=stored.size,
        sha256=stored.sha256,
        evidence_code=evidence_code,
        evidence_person=evidence_person,
        is_restricted=is_restricted,
        is_from_office=is_from_office,
        uploaded_by_role=actor.role,
    )
    DocumentStep.objects.create(document=document, status=document.status, at=document.created_at)
    record(actor, events.OFFICE_FILE_RECEIVED, subject=document, case_id=case.pk)
    publish("document.received", document.pk)
    return document


@transaction.atomic
def discard_from_office(*, actor: Actor, document: Document) -> None:
    """Remove a file that the office has made and nobody was shown; its content is deleted, its row stays without it.

    Raises NotAllowed; DocumentInUse for what a person has sent.
    """
    if not may_bring_in(actor, document.case):
        raise NotAllowed
    locked = Document.objects.select_for_update(of=("self",)).select_related("stored", "normalised").get(pk=document.pk)
    if not locked.is_from_office or locked.handed_in_at is not None:
        raise DocumentInUse
    contents = [file for file in (locked.stored, locked.normalised) if file is not None]
    drop_pages(locked)
    facts = {"stored": None, "normalised": None, "removed_at": timezone.now()}
    advance(locked, DocumentStatus.REMOVED, actor=actor, **facts)
    for stored in contents:
        discard_file(stored)
    record(actor, events.DOCUMENT_REMOVED, subject=locked, case_id=locked.case_id)


def keep_pile(upload: BinaryIO, *, name: str) -> StoredFile:
    """Keep a file of the office that belongs to no case yet, as it came; nobody opens it before `look_through`.

    Raises UploadRefused: then nothing was kept.
    """
    source = Incoming(upload, Room())
    media_type = media_type_of(source.header, name=name)
    return store_file(cast("BinaryIO", source), media_type=media_type, kind=StoredFileKind.UPLOAD)
