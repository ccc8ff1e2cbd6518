"""Papers and the things they answer say the same. What is said of a paper decides; the thing follows."""

from django.db import transaction

from mailbox.enums import AnswerKind, ItemStatus, RequestStatus
from mailbox.models import EvidenceItem
from mailbox.services.evidence.judging import judge_item
from portal.cases.models import Actor
from portal.documents.enums import Review
from portal.documents.models import Document


@transaction.atomic
def follow_review(*, actor: Actor, document: Document) -> list[EvidenceItem]:
    """Bring what ``document`` answers in line with what was just said of it; returns the things that have moved.

    Accepted: when no paper of the thing waits for a verdict and what came last can be used, it is accepted.
    Not usable: neither is the thing, with the same words. Taken back: it waits to be looked at again.
    Raises what ``judge_item`` raises.
    """
    judged = Document.objects.only("review", "review_reason").get(pk=document.pk)
    verdict = Review(judged.review) if judged.review else None
    items = EvidenceItem.objects.filter(
        answers__documents=document, request__status__in=[RequestStatus.SENT, RequestStatus.SETTLED]
    )
    return [
        item
        for item in items.select_related("request__case").distinct()
        if _follow(actor, item, verdict, judged.review_reason or "")
    ]


def _follow(actor: Actor, item: EvidenceItem, verdict: Review | None, words: str) -> bool:
    if item.status not in {ItemStatus.HANDED_IN, ItemStatus.ACCEPTED, ItemStatus.UNUSABLE}:
        return False  # nobody waits for this paper any more
    before = (item.status, item.reason)
    if verdict is Review.ACCEPTED:
        if item.status != ItemStatus.ACCEPTED and _is_complete(item):
            judge_item(actor=actor, item=item, to=ItemStatus.ACCEPTED)
    elif item.status != ItemStatus.HANDED_IN and (verdict is None or before != (ItemStatus.UNUSABLE, words)):
        judge_item(actor=actor, item=item, to=ItemStatus.HANDED_IN)
    if verdict is Review.UNUSABLE and item.status == ItemStatus.HANDED_IN:
        judge_item(actor=actor, item=item, to=ItemStatus.UNUSABLE, reason=words)
    return (item.status, item.reason) != before


def _is_complete(item: EvidenceItem) -> bool:
    """No paper waits for a verdict, and every one that came last can be used."""
    answers = (
        item.answers.filter(kind=AnswerKind.DOCUMENTS).prefetch_related("documents").order_by("-created_at", "-pk")
    )
    newest, *earlier = [list(answer.documents.all()) for answer in answers]
    waits = any(not document.review and not document.is_refused for documents in earlier for document in documents)
    return not waits and all(document.review == Review.ACCEPTED for document in newest)
