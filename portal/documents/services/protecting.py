"""What nobody had asked for, and shows health or the like: sealed, or deleted when the person wishes so (EVD-07)."""

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.enums import Scope
from portal.cases.models import Actor
from portal.documents import events
from portal.documents.domain.files import discard_file
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.pages import drop_pages, forget_pages
from portal.documents.enums import DocumentStatus
from portal.documents.errors import NotAllowed
from portal.documents.models import Document
from portal.documents.permissions import may_empty, may_seal, may_unseal
from portal.outbox.services import publish


@transaction.atomic
def seal_document(*, actor: Actor, document: Document) -> None:
    """Make it restricted: from now on it is opened with the function and for a purpose only.

    Pictures, text and fingerprints of its pages are deleted. Sealing twice is the same as once. Raises NotAllowed.
    """
    if not may_seal(actor, document):
        raise NotAllowed
    locked = _with_parts(document)
    if locked[0].is_restricted:
        return
    forget_pages(locked)
    _set(locked, is_restricted=True, sealed_at=timezone.now())
    record(actor, events.DOCUMENT_SEALED, subject=locked[0], case_id=document.case_id)


@transaction.atomic
def unseal_document(*, actor: Actor, document: Document) -> None:
    """Take a seal off that was put on by mistake; its pages are read anew. Raises NotAllowed."""
    if not may_unseal(actor, document):
        raise NotAllowed
    locked = _with_parts(document)
    if locked[0].sealed_at is None:
        return
    _set(locked, is_restricted=False, sealed_at=None)
    record(actor, events.DOCUMENT_UNSEALED, subject=locked[0], case_id=document.case_id)
    publish("document.pages_left", document.pk)


@transaction.atomic
def propose_deletion(*, actor: Actor, document: Document) -> None:
    """Ask the person whether it shall be deleted, because the office does not need it. Raises NotAllowed."""
    if not may_seal(actor, document):
        raise NotAllowed
    whole = _with_parts(document)[0]
    if whole.deletion_proposed_at is not None or whole.is_emptied:
        return
    _set([whole], deletion_proposed_at=timezone.now())
    record(actor, events.DELETION_PROPOSED, subject=whole, case_id=document.case_id)
    publish("document.deletion_proposed", document.pk)


@transaction.atomic
def decline_deletion(*, actor: Actor, document: Document) -> None:
    """The person wants it to stay; nobody asks again by itself. Raises NotAllowed."""
    if not actor.may(Scope.SEND, document.case_id):
        raise NotAllowed
    whole = _with_parts(document)[0]
    if whole.deletion_proposed_at is None or whole.is_emptied:
        return
    _set([whole], deletion_proposed_at=None)
    record(actor, events.DELETION_DECLINED, subject=whole, case_id=document.case_id)


@transaction.atomic
def empty_document(*, actor: Actor, document: Document) -> None:
    """Delete its content, the original included. Name, size, hash and history stay: the proof of what was sent.

    Emptying twice is the same as once. Raises NotAllowed.
    """
    if not may_empty(actor, document):
        raise NotAllowed
    locked = _with_parts(document)
    if locked[0].is_emptied:
        return
    now = timezone.now()
    for each in locked:
        files = [file for file in (each.stored, each.normalised) if file is not None]
        drop_pages(each)
        advance(each, DocumentStatus.REMOVED, actor=actor, stored=None, normalised=None, emptied_at=now)
        for stored in files:
            discard_file(stored)
    record(actor, events.DOCUMENT_EMPTIED, subject=locked[0], case_id=document.case_id)
    publish("document.emptied", document.pk)


def _with_parts(document: Document) -> list[Document]:
    """It and its parts, locked and as they are now, itself first."""
    whole = Document.objects.select_for_update(of=("self",)).select_related("stored", "normalised").get(pk=document.pk)
    parts = whole.parts.present().select_for_update(of=("self",)).select_related("stored", "normalised")
    return [whole, *parts.order_by("pk")]


def _set(documents: list[Document], **facts: object) -> None:
    for document in documents:
        for name, value in facts.items():
            setattr(document, name, value)
        document.save(update_fields=[*facts])
