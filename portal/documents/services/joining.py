"""Photos of the pages of one document: put together, ordered, taken apart again."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from portal.audit.services import record
from portal.cases.models import Actor
from portal.documents import events
from portal.documents.domain.files import discard_file
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.names import clean_name
from portal.documents.domain.pages import page_files
from portal.documents.enums import DocumentStatus, MediaType
from portal.documents.errors import DocumentInUse, NotAllowed
from portal.documents.models import Document, DocumentStep
from portal.documents.permissions import may_change
from portal.outbox.services import publish


@transaction.atomic
def join_documents(*, actor: Actor, documents: Sequence[Document], name: str) -> Document:
    """One document of these, called ``name``, its pages in this order; a joined one among them brings its parts along.

    They must belong to one case and wait to be sent. Workers make it as soon as every part is checked.
    Raises NotAllowed, DocumentInUse, ValueError for fewer than one.
    """
    first = _may_arrange(actor, documents)
    parts: list[Document] = []
    for document in documents:
        parts += _parts(document) if document.is_joined else [document]
    joined = Document.objects.create(
        case=first.case,
        person=first.person,
        original_name=clean_name(name),
        media_type=MediaType.PDF,
        size=sum(part.size for part in parts),
        sha256="",
        status=DocumentStatus.SCANNED,
        is_joined=True,
        place=first.place or first.pk,
        is_restricted=any(part.is_restricted for part in parts),
        is_own_post=first.is_own_post,
        evidence_code=first.evidence_code,
        evidence_person=first.evidence_person,
        uploaded_by_standing_id=first.uploaded_by_standing_id,
        uploaded_by_role=first.uploaded_by_role,
    )
    DocumentStep.objects.create(document=joined, status=joined.status, at=joined.created_at)
    for position, part in enumerate(parts, start=1):
        Document.objects.filter(pk=part.pk).update(joined_into=joined, position=position)
    for document in documents:
        if document.is_joined:
            _drop(document, actor)
    record(actor, events.DOCUMENT_JOINED, subject=joined, case_id=joined.case_id)
    publish("document.arranged", joined.pk)
    return joined


@transaction.atomic
def move_part(*, actor: Actor, part: Document, by: int) -> None:
    """Move a part of a joined document towards the beginning (-1) or the end (1); at the end nothing happens.

    Raises NotAllowed, DocumentInUse.
    """
    _may_arrange(actor, [part])
    if part.joined_into is None:
        raise NotAllowed
    whole = Document.objects.select_for_update(of=("self",)).get(pk=part.joined_into.pk)
    order = [each.pk for each in _parts(whole)]
    here = order.index(part.pk)
    there = here + by
    if not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    _number(order)
    arrange_anew(whole, actor=actor)


@transaction.atomic
def take_apart(*, actor: Actor, joined: Document) -> list[Document]:
    """The parts as documents of their own again, in order; the joined one is gone. Raises NotAllowed, DocumentInUse."""
    _may_arrange(actor, [joined])
    parts = _parts(joined)
    Document.objects.filter(joined_into=joined).update(joined_into=None, position=0)
    _drop(joined, actor)
    for part in parts:
        publish("document.pages_left", part.pk)  # only the whole was read
    return parts


@transaction.atomic
def order_parts(*, actor: Actor, whole: Document, order: Sequence[UUID]) -> None:
    """Put the parts of a joined document into this order; those it does not name follow as they were.

    Raises NotAllowed, DocumentInUse.
    """
    _may_arrange(actor, [whole])
    locked = Document.objects.select_for_update(of=("self",)).get(pk=whole.pk)
    before = [part.pk for part in _parts(locked)]
    wanted = list(dict.fromkeys([*(each for each in order if each in before), *before]))
    if wanted != before:
        _number(wanted)
        arrange_anew(locked, actor=actor)


def arrange_anew(whole: Document, *, actor: Actor) -> None:
    """Have the pages of a joined document put together again, after its parts changed; without parts it is gone."""
    if not whole.parts.present().exists():
        _drop(whole, actor)
        return
    former = whole.normalised
    if not whole.is_under_way:
        advance(whole, DocumentStatus.SCANNED, actor=actor, normalised=None, pages=None, refusal="")
        if former is not None:
            discard_file(former)
    record(actor, events.DOCUMENT_JOINED, subject=whole, case_id=whole.case_id)
    publish("document.arranged", whole.pk)


def _may_arrange(actor: Actor, documents: Sequence[Document]) -> Document:
    if not documents:
        raise ValueError("nothing to join")
    first = documents[0]
    is_mixed = any((each.case_id, each.is_own_post) != (first.case_id, first.is_own_post) for each in documents)
    if is_mixed or not may_change(actor, first):
        raise NotAllowed
    if any(each.handed_in_at or each.removed_at for each in documents):
        raise DocumentInUse
    return first


def _parts(whole: Document) -> list[Document]:
    return list(whole.parts.present().order_by("position", "created_at", "pk"))


def _number(order: Sequence[UUID]) -> None:
    for position, part_id in enumerate(order, start=1):
        Document.objects.filter(pk=part_id).update(position=position)


def _drop(joined: Document, actor: Actor) -> None:
    """A joined document without parts: nothing of it was ever sent, so nothing of it stays."""
    files = [*page_files(joined), *([joined.normalised] if joined.normalised is not None else [])]
    record(actor, events.DOCUMENT_REMOVED, subject=joined, case_id=joined.case_id)
    joined.delete()
    for stored in files:
        discard_file(stored)
