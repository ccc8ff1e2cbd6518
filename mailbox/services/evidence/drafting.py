"""Writing a request. Until it is sent, it is the office's alone."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from mailbox.domain.evidence_deadline import place_of, working_day_from
from mailbox.domain.evidence_lifecycle import lock_request
from mailbox.domain.evidence_request import ItemDraft, add_items, write_item
from mailbox.enums import RequestStatus
from mailbox.errors import RequestNotOpen
from mailbox.events import REQUEST_CHANGED, REQUEST_DRAFTED
from mailbox.models import EvidenceItem, EvidenceRequest, Thread
from mailbox.permissions import may_draft
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case, Person
from portal.submissions.models import Submission


@transaction.atomic
def draft_request(  # noqa: PLR0913 -- what a request says, each by name
    *,
    actor: Actor,
    case: Case,
    person: Person,
    items: Iterable[ItemDraft] = (),
    submission: Submission | None = None,
    thread: Thread | None = None,
    introduction: str = "",
    deadline: datetime.date | None = None,
    is_hint: bool = False,
    key: str | None = None,
) -> EvidenceRequest:
    """Begin a request to ``person`` and return it; with a ``key`` that was used before, what it was used for.

    ``submission``: the application it is about. ``thread``: the conversation it belongs to, None for one of its own.
    ``deadline``: the last day, moved on to a working day of the place; None: the usual one, when it is sent. A hint has
    none. Raises NotPermitted, RequestIncomplete (an item without words).
    """
    if not may_draft(actor, case) or person.case_id != case.pk:
        raise NotPermitted(case.pk)
    known = EvidenceRequest.objects.filter(key=key).first() if key else None
    if known is not None:
        return known
    request = EvidenceRequest.objects.create(
        case=case,
        person=person,
        submission=submission,
        thread=thread,
        introduction=introduction,
        deadline=None if is_hint or deadline is None else working_day_from(deadline, place_of(case)),
        is_hint=is_hint,
        key=key,
        created_by_id=actor.membership_id,
    )
    add_items(request, items)
    record(actor, REQUEST_DRAFTED, subject=request, case_id=case.pk)
    return request


@transaction.atomic
def change_request(
    *, actor: Actor, request: EvidenceRequest, introduction: str, deadline: datetime.date | None, is_hint: bool = False
) -> EvidenceRequest:
    """Change the letter of a draft; the deadline as in ``draft_request``. Raises NotPermitted, RequestNotOpen."""
    locked = _draft(actor, request)
    locked.introduction, locked.is_hint = introduction, is_hint
    locked.deadline = None if is_hint or deadline is None else working_day_from(deadline, place_of(locked.case))
    locked.save(update_fields=["introduction", "is_hint", "deadline"])
    record(actor, REQUEST_CHANGED, subject=locked, case_id=locked.case_id)
    return locked


@transaction.atomic
def add_item(*, actor: Actor, request: EvidenceRequest, draft: ItemDraft) -> EvidenceItem:
    """Ask for one more thing in a draft. Raises NotPermitted, RequestNotOpen, RequestIncomplete."""
    locked = _draft(actor, request)
    (item,) = add_items(locked, [draft])
    record(actor, REQUEST_CHANGED, subject=locked, case_id=locked.case_id)
    return item


@transaction.atomic
def change_item(*, actor: Actor, item: EvidenceItem, draft: ItemDraft) -> EvidenceItem:
    """Say otherwise what is asked for, in a draft. Raises NotPermitted, RequestNotOpen, RequestIncomplete."""
    locked = _draft(actor, item.request)
    write_item(item, draft)
    item.save()
    record(actor, REQUEST_CHANGED, subject=locked, case_id=locked.case_id)
    return item


@transaction.atomic
def remove_item(*, actor: Actor, item: EvidenceItem) -> None:
    """Do not ask for it, in a draft; those behind it move up. Raises NotPermitted, RequestNotOpen."""
    locked = _draft(actor, item.request)
    locked.items.filter(pk=item.pk).delete()
    for position, left in enumerate(locked.items.order_by("position"), start=1):
        locked.items.filter(pk=left.pk).update(position=position)
    record(actor, REQUEST_CHANGED, subject=locked, case_id=locked.case_id)


def _draft(actor: Actor, request: EvidenceRequest) -> EvidenceRequest:
    locked = lock_request(request.pk)
    if not may_draft(actor, locked.case):
        raise NotPermitted(locked.case_id)
    if locked.status != RequestStatus.DRAFT:
        raise RequestNotOpen
    return locked
