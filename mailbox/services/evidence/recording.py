"""What comes on paper with a cover sheet, or is known to belong to an item."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from mailbox.domain.evidence_code import normalise_code
from mailbox.domain.evidence_content import Said, answer_content, answer_data
from mailbox.domain.evidence_lifecycle import can_be_answered, lock_request, move_item
from mailbox.domain.evidence_posting import note_paper
from mailbox.domain.legal_notice import LANGUAGE
from mailbox.enums import AnswerKind, ItemStatus, RequestStatus
from mailbox.errors import ItemNotThere, PaperNotThere, RequestNotOpen
from mailbox.events import PAPER_RECORDED
from mailbox.models import EvidenceAnswer, EvidenceItem
from mailbox.permissions import may_ask
from mailbox.selectors import is_answered
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, system_actor
from portal.cases.selectors import cases_visible_to
from portal.documents.models import Document
from portal.outbox.services import publish
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Submission
from portal.submissions.services import receive_submission


def item_by_code(*, actor: Actor, code: str) -> EvidenceItem:
    """The item whose cover sheet has this code, as typed or scanned, in a case the actor sees. Raises ItemNotThere."""
    wanted = normalise_code(code)
    found = EvidenceItem.objects.filter(code=wanted, request__case__in=cases_visible_to(actor))
    item = found.select_related("request__case").first() if wanted else None
    if item is None:
        raise ItemNotThere
    return item


@transaction.atomic
def record_paper(
    *, actor: Actor, item: EvidenceItem, document: Document, received_at: datetime.datetime
) -> EvidenceAnswer:
    """File a scan to an item, with the true time of arrival; the same scan twice is one answer.

    What was not part of anything sent becomes a submission with a receipt; else it is linked. A settled request takes
    the paper, too; nothing opens again by it. Raises NotPermitted, RequestNotOpen (draft, taken back), PaperNotThere.
    """
    locked = lock_request(item.request_id)
    item.request = locked
    if not may_ask(actor, locked.case):
        raise NotPermitted(locked.case_id)
    if locked.status not in {RequestStatus.SENT, RequestStatus.SETTLED}:
        raise RequestNotOpen
    if document.case_id != locked.case_id or document.removed_at is not None:
        raise PaperNotThere
    known = EvidenceAnswer.objects.filter(item=item, documents=document).first()
    if known is not None:
        return known
    with override(LANGUAGE):
        submission = _proof(item, document, received_at)
        answer = EvidenceAnswer.objects.create(
            item=item,
            kind=AnswerKind.DOCUMENTS,
            submission=submission,
            recorded_by_id=actor.membership_id,
            created_at=received_at,
        )
        answer.documents.set([document])
        if can_be_answered(item):
            move_item(item, to=ItemStatus.HANDED_IN, actor=actor, at=received_at)
        note_paper(item, actor=actor, document=document, received_at=received_at, submission=submission)
    record(actor, PAPER_RECORDED, subject=item, case_id=locked.case_id)
    if locked.is_open and is_answered(locked):
        publish("evidence.handed_in", locked.pk)
    return answer


def _proof(item: EvidenceItem, document: Document, received_at: datetime.datetime) -> Submission | None:
    if document.handed_in_at is not None:
        return None
    said = [Said(item=item, kind=AnswerKind.DOCUMENTS, text="", sent=(document,))]
    return receive_submission(
        actor=system_actor("mailbox.paper"),
        kind=SubmissionKind.DOCUMENT,
        title=_("Unterlage auf Papier"),
        case=item.request.case,
        person=item.request.person,
        content=answer_content(item.request, said),
        data=answer_data(item.request, said),
        document_ids=[document.pk],
        token=f"paper:{document.pk}",
        received_at=received_at,
    )
