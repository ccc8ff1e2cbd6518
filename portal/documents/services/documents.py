"""Use cases around a person's documents."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.audit.events import EventType
from portal.audit.services import record
from portal.cases.enums import Shown
from portal.cases.models import Actor, Case
from portal.cases.services import note_seen
from portal.documents import events
from portal.documents.domain.files import discard_file, open_file
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.pages import page_files
from portal.documents.enums import DocumentStatus
from portal.documents.errors import DocumentInUse, HarmfulFile, NotAllowed
from portal.documents.models import Document, StoredFile
from portal.documents.permissions import may_change, may_open_now, may_remove, may_upload
from portal.documents.services.joining import arrange_anew


@transaction.atomic
def remove_document(*, actor: Actor, document: Document) -> None:
    """Remove a document that is not part of anything sent; its content is deleted, its row stays without it.

    A joined one goes with its parts. Raises NotAllowed, DocumentInUse. Removing twice is the same as once.
    """
    if not may_remove(actor, document):
        raise NotAllowed
    locked = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if locked.handed_in_at is not None:
        raise DocumentInUse
    if locked.removed_at is not None:
        return
    parts = [part.pk for part in locked.parts.present()]
    locked.parts.update(joined_into=None)  # else the first that goes has the rest put together anew
    for part in Document.objects.filter(pk__in=parts):
        remove_document(actor=actor, document=part)
    whole = locked.joined_into
    contents = _contents(locked)
    locked.page_list.all().delete()
    facts = {"stored": None, "normalised": None, "removed_at": timezone.now(), "joined_into": None}
    advance(locked, DocumentStatus.REMOVED, actor=actor, **facts)
    for stored in contents:
        discard_file(stored)
    record(actor, events.DOCUMENT_REMOVED, subject=locked, case_id=locked.case_id)
    if whole is not None and whole.removed_at is None:
        arrange_anew(whole, actor=actor)


@transaction.atomic
def keep_anyway(*, actor: Actor, document: Document) -> None:
    """Note that the person has nothing better than these pages: nobody asks again. Raises NotAllowed."""
    if not may_change(actor, document):
        raise NotAllowed
    document.kept_anyway = True
    document.save(update_fields=["kept_anyway"])
    record(actor, events.DOCUMENT_KEPT, subject=document, case_id=document.case_id)


@transaction.atomic
def keep_double(*, actor: Actor, document: Document) -> None:
    """Note that the person wants to send again what we have already: nobody asks again. Raises NotAllowed."""
    if not may_change(actor, document):
        raise NotAllowed
    document.kept_double = True
    document.save(update_fields=["kept_double"])
    record(actor, events.DOUBLE_KEPT, subject=document, case_id=document.case_id)


@transaction.atomic
def discard_unsent_documents(
    *, actor: Actor, case_ids: Collection[UUID], spared: Collection[UUID] = frozenset()
) -> int:
    """Delete documents of these cases that are part of nothing sent, rows and contents; returns how many.

    ``spared``: ids of those that somebody still needs; what the office has put there stays, too, and for everybody but
    the system the own post of members. Unlike
    ``remove_document`` nothing is left of the others: neither name nor size. Raises NotAllowed.
    """
    if not all(may_upload(actor, case_id) for case_id in case_ids):
        raise NotAllowed
    unsent = Document.objects.select_for_update(of=("self",)).filter(
        case_id__in=case_ids, handed_in_at__isnull=True, is_from_office=False
    )
    if not actor.is_system:
        unsent = unsent.filter(is_own_post=False)
    return _delete(unsent.exclude(pk__in=spared), actor, events.DOCUMENT_DISCARDED)


@transaction.atomic
def erase_documents(*, actor: Actor, case: Case) -> int:
    """Delete every document of an ended case, rows and contents; returns how many.

    What was handed in with them has to be gone before. Raises NotAllowed for everybody but the system.
    """
    if not actor.is_system:
        raise NotAllowed
    return _delete(Document.objects.filter(case=case), actor, events.DOCUMENT_ERASED)


def mark_handed_in(*, documents: Iterable[Document], at: datetime.datetime, is_own_post: bool = False) -> None:
    """Fix documents as part of something the person has sent: from now on they cannot be removed. One statement.

    With the parts of a joined one goes the joined one. A scan that the office made of her paper is hers now.
    ``is_own_post``: what they are handed in with is; what was own post before stays so.
    """
    handed_in = {document.pk for document in documents}
    wholes = {document.joined_into_id for document in documents if document.joined_into_id}
    facts = {"handed_in_at": at, "is_from_office": False, **({"is_own_post": True} if is_own_post else {})}
    Document.objects.filter(pk__in=handed_in | wholes).update(**facts)


def mark_sent_by_office(*, documents: Iterable[Document], at: datetime.datetime) -> None:
    """Fix files of the office as part of something it has sent or noted: they cannot be removed any more, either."""
    wanted = [document.pk for document in documents if document.is_from_office]
    Document.objects.filter(pk__in=wanted, handed_in_at__isnull=True).update(handed_in_at=at)


def open_document(*, actor: Actor, document: Document) -> Iterator[bytes]:
    """The content in pieces; the look is written to the audit trail first.

    People get back what they have sent, staff the cleaned pages. The document comes from
    ``documents_visible_to(actor)``. Raises NotAllowed when its content is gone, harmful or (for staff) not released.
    """
    pieces = open_file(content_for(actor, document))
    note_seen(actor=actor, case_id=document.case_id, shown=[kind_of_look(actor, document)], subject=document)
    return pieces


def content_for(actor: Actor, document: Document) -> StoredFile:
    """Which of its files ``actor`` may open. Raises NotAllowed."""
    stored = document.normalised if actor.is_staff or document.is_joined else document.stored
    if stored is None or document.refusal == HarmfulFile.code or not may_open_now(actor, document):
        raise NotAllowed
    return stored


def kind_of_look(actor: Actor, document: Document) -> Shown:
    """What the audit trail says somebody has seen who opens it."""
    return Shown.RESTRICTED if actor.is_staff and document.is_restricted else Shown.DOCUMENTS


def _contents(document: Document) -> list[StoredFile]:
    """Every stored file of it, those of its pages included."""
    return [file for file in (document.stored, document.normalised, *page_files(document)) if file is not None]


def _delete(documents: QuerySet[Document], actor: Actor, event: EventType) -> int:
    parts_before_wholes = ("joined_into", "pk")
    found = list(documents.select_related("stored", "normalised").order_by(*parts_before_wholes))
    for document in found:
        record(actor, event, subject=document, case_id=document.case_id)
        contents = _contents(document)
        document.delete()  # with its pages
        for stored in contents:
            discard_file(stored)
    return len(found)
