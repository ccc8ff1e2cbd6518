"""A judgement on a thing that was asked for, and on the papers that came for it: one word for both."""

from django.db import transaction

from mailbox.enums import AnswerKind, ItemStatus
from mailbox.models import EvidenceItem
from mailbox.services.evidence import judge_item, waive_item
from portal.cases.models import Actor
from portal.documents.enums import DocumentStatus, Review
from portal.documents.models import Document
from portal.documents.permissions import may_judge
from portal.documents.services import review_document


@transaction.atomic
def judge(*, actor: Actor, item: EvidenceItem, to: ItemStatus, reason: str = "", note: str = "") -> EvidenceItem:
    """Take the step; what came last and nobody has judged gets the same verdict.

    Raises what the services of the postbox raise.
    """
    if to == ItemStatus.WAIVED:
        return waive_item(actor=actor, item=item, reason=reason, note=note)
    judged = judge_item(actor=actor, item=item, to=to, reason=reason, note=note)
    if to == ItemStatus.UNUSABLE:
        for document in _waiting(item):
            if may_judge(actor, document):
                review_document(actor=actor, document=document, verdict=Review.UNUSABLE, reason=reason)
    return judged


def _waiting(item: EvidenceItem) -> list[Document]:
    newest = item.answers.filter(kind=AnswerKind.DOCUMENTS).order_by("-created_at", "-pk").first()
    if newest is None:
        return []
    return list(newest.documents.filter(status=DocumentStatus.RELEASED, review="").select_related("case"))
