"""Keeping a draft of a request as it was written on one page: letter and things together or not at all."""

import datetime
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from msgspec import Struct

from mailbox.models import EvidenceRequest
from mailbox.services.evidence import ItemDraft, add_item, change_item, change_request, draft_request, remove_item
from portal.cases.models import Actor, Case, Person
from portal.submissions.models import Submission


class Letter(Struct, frozen=True, kw_only=True):
    """What stands around the things. A hint has no deadline."""

    introduction: str
    deadline: datetime.date | None
    is_hint: bool


def begin_request(
    *,
    actor: Actor,
    case: Case,
    person: Person,
    submission: Submission | None,
    letter: Letter,
    items: Sequence[ItemDraft],
    token: UUID,
) -> EvidenceRequest:
    """Make the draft; the same ``token`` again gives the first one. Raises what ``draft_request`` raises."""
    return draft_request(
        actor=actor,
        case=case,
        person=person,
        submission=submission,
        items=items,
        introduction=letter.introduction,
        deadline=letter.deadline,
        is_hint=letter.is_hint,
        key=f"desk:{token}",
    )


@transaction.atomic
def rewrite_request(
    *, actor: Actor, request: EvidenceRequest, letter: Letter, items: Sequence[tuple[UUID | None, ItemDraft]]
) -> EvidenceRequest:
    """Bring a draft in line with what was written: ``items`` with the key of the one they change, None for new ones.

    What is not among them is not asked for any more. Raises what the services raise.
    """
    changed = change_request(
        actor=actor,
        request=request,
        introduction=letter.introduction,
        deadline=letter.deadline,
        is_hint=letter.is_hint,
    )
    known = {item.pk: item for item in request.items.select_related("request")}
    kept = {key for key, _draft in items if key in known}
    for key, draft in items:
        if key in known:
            change_item(actor=actor, item=known[key], draft=draft)
    for key, item in known.items():
        if key not in kept:
            remove_item(actor=actor, item=item)  # those behind it move up
    for key, draft in items:
        if key not in known:  # new, or removed by somebody else meanwhile
            add_item(actor=actor, request=changed, draft=draft)
    return changed
