"""A better photo in the place of a bad one, and pages that were forgotten."""

from collections.abc import Sequence
from typing import BinaryIO

from django.db import transaction

from portal.cases.models import Actor
from portal.documents.domain.names import with_ending
from portal.documents.errors import DocumentInUse
from portal.documents.models import Document
from portal.documents.services.documents import remove_document
from portal.documents.services.joining import join_documents
from portal.documents.services.receiving import receive_document


@transaction.atomic
def replace_document(*, actor: Actor, document: Document, upload: BinaryIO, name: str) -> Document:
    """Take in ``upload`` in the place of ``document``, which is removed; as a part it becomes that part.

    Raises NotAllowed, DocumentInUse, UploadRefused: then everything is as it was.
    """
    locked = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if locked.handed_in_at is not None or locked.removed_at is not None:
        raise DocumentInUse
    new = _like(locked, actor=actor, upload=upload, name=name)
    place = {"place": locked.place or locked.pk, "joined_into": locked.joined_into, "position": locked.position}
    Document.objects.filter(pk=new.pk).update(**place)
    remove_document(actor=actor, document=locked)
    new.refresh_from_db()
    return new


@transaction.atomic
def add_pages(*, actor: Actor, document: Document, uploads: Sequence[tuple[BinaryIO, str]]) -> list[Document]:
    """Take in files, each with its name, as further pages behind ``document``; returns them.

    Raises NotAllowed, DocumentInUse, UploadRefused: then none was kept.
    """
    if document.handed_in_at is not None or document.removed_at is not None:
        raise DocumentInUse
    added = [_like(document, actor=actor, upload=upload, name=name) for upload, name in uploads]
    join_documents(actor=actor, documents=[document, *added], name=with_ending(document.original_name, ".pdf"))
    return added


def _like(document: Document, *, actor: Actor, upload: BinaryIO, name: str) -> Document:
    """A new upload for what the other one is for."""
    return receive_document(
        actor=actor,
        case=document.case,
        person=document.person,
        upload=upload,
        name=name,
        evidence_code=document.evidence_code,
        evidence_person=document.evidence_person,
        is_restricted=document.is_restricted,
    )
