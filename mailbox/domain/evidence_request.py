"""What a request consists of, and when it is settled."""

import datetime
from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from msgspec import Struct

from mailbox.domain.evidence_code import new_code
from mailbox.domain.evidence_lifecycle import move_request
from mailbox.domain.evidence_posting import let_rest, say_to_person
from mailbox.enums import SETTLED_ITEMS, RequestStatus
from mailbox.errors import RequestIncomplete
from mailbox.events import REQUEST_SETTLED
from mailbox.models import EvidenceItem, EvidenceRequest
from portal.audit.services import record
from portal.cases.models import Actor
from portal.outbox.services import publish

CODE_TRIES = 5


class ItemDraft(Struct, frozen=True, kw_only=True):
    """One thing that shall be asked for: texts as the person will read them.

    ``document_class``, ``basis``, ``alternatives``, ``may_blacken`` and ``is_restricted`` are copied from the evidence
    matrix by who knows it. ``finding_id``: the finding of a check it comes from.
    """

    what: str
    why: str = ""
    basis: str = ""
    alternatives: str = ""
    document_class: str = ""
    person_id: UUID | None = None
    may_blacken: bool = False
    is_restricted: bool = False
    finding_id: UUID | None = None


def add_items(request: EvidenceRequest, drafts: Iterable[ItemDraft]) -> list[EvidenceItem]:
    """Put things behind those that the request has; each gets a code of its own. Raises RequestIncomplete for no words.

    Its row is locked by the caller.
    """
    last = request.items.aggregate(last=Max("position", default=0))["last"]
    return [_create(request, draft, position) for position, draft in enumerate(drafts, start=last + 1)]


def write_item(item: EvidenceItem, draft: ItemDraft) -> None:
    """Take over what is to be asked for. Raises RequestIncomplete for no words."""
    if not draft.what.strip():
        raise RequestIncomplete
    item.what, item.why = draft.what.strip(), draft.why.strip()
    item.basis, item.alternatives = draft.basis.strip(), draft.alternatives.strip()
    item.document_class, item.person_id = draft.document_class, draft.person_id
    item.may_blacken, item.is_restricted = draft.may_blacken, draft.is_restricted
    item.finding_id = draft.finding_id


def settle_when_done(request: EvidenceRequest, *, actor: Actor, at: datetime.datetime) -> bool:
    """Settle a locked request when everything in it is accepted or waived; says whether that is so now.

    The person is told once. When something was left open again, it is open again.
    """
    is_done = not request.items.exclude(status__in=SETTLED_ITEMS).exists()
    if is_done and request.status == RequestStatus.SENT:
        move_request(request, to=RequestStatus.SETTLED, actor=actor)
        record(actor, REQUEST_SETTLED, subject=request, case_id=request.case_id)
        say_to_person(request, actor=actor, body=_done(), key=f"settled:{request.pk}:{at:%Y%m%d%H%M%S%f}")
        publish("evidence.settled", request.pk)
    elif not is_done and request.status == RequestStatus.SETTLED:
        move_request(request, to=RequestStatus.SENT, actor=actor)
    if request.status in {RequestStatus.SENT, RequestStatus.SETTLED}:
        let_rest(request)
    return is_done


def _done() -> str:
    return _("Danke. Alles, worum wir Sie gebeten hatten, ist erledigt. Sie müssen dafür nichts mehr schicken.")


def _create(request: EvidenceRequest, draft: ItemDraft, position: int) -> EvidenceItem:
    item = EvidenceItem(request=request, position=position)
    write_item(item, draft)
    for _try in range(CODE_TRIES):
        item.code = new_code()
        try:
            with transaction.atomic():
                item.save(force_insert=True)
        except IntegrityError:
            continue
        return item
    raise RuntimeError("every code that was tried is taken")
