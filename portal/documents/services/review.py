"""Staff say of a document whether it can be used."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.models import Actor
from portal.documents import events
from portal.documents.enums import DocumentStatus, Review
from portal.documents.errors import NotAllowed, NotReadyToReview, ReasonMissing
from portal.documents.models import Document
from portal.documents.permissions import may_judge
from portal.outbox.services import publish


@transaction.atomic
def review_document(*, actor: Actor, document: Document, verdict: Review | None, reason: str = "") -> bool:
    """Note that the document can be used, or cannot because of ``reason`` (words for the person); None takes that back.

    Returns whether anything has changed: the same verdict twice is told once. Raises NotAllowed, ReasonMissing,
    NotReadyToReview.
    """
    if not may_judge(actor, document):
        raise NotAllowed
    words = reason.strip() if verdict is Review.UNUSABLE else ""
    if verdict is Review.UNUSABLE and not words:
        raise ReasonMissing
    locked = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if locked.status != DocumentStatus.RELEASED:
        raise NotReadyToReview
    if (locked.review, locked.review_reason or "") == (verdict or "", words):
        return False
    locked.review = verdict or ""
    locked.review_reason = words or None
    locked.reviewed_at = timezone.now() if verdict else None
    locked.reviewed_by_id = actor.membership_id if verdict else None
    locked.save(update_fields=["review", "review_reason", "reviewed_at", "reviewed_by"])
    record(actor, events.DOCUMENT_REVIEWED, subject=locked, case_id=locked.case_id)
    publish("document.reviewed", locked.pk)
    return True


@transaction.atomic
def accept_documents(*, actor: Actor, documents: Iterable[Document]) -> int:
    """Accept those of ``documents`` that nobody has judged and the actor may judge; returns how many."""
    waiting = (document for document in documents if not document.review and may_judge(actor, document))
    ready = [document for document in waiting if document.status == DocumentStatus.RELEASED]
    return sum(review_document(actor=actor, document=document, verdict=Review.ACCEPTED) for document in ready)
