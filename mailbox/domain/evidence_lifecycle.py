"""The lives of a request, of each thing in it and of a wish for more time: three tables of steps, and who takes them.

The request's row is locked before those of its things, always, so that nobody waits in a circle.
"""

import datetime
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from mailbox.enums import SETTLED_ITEMS, ExtensionStatus, ItemStatus, RequestStatus
from mailbox.errors import NoSuchStep
from mailbox.models import EvidenceItem, EvidenceRequest, Extension, ItemStep
from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES, Role
from portal.cases.models import Actor

PEOPLE: Final = CITIZEN_ROLES | STAFF_ROLES  # staff write down what came on paper or was said on the phone
STAFF: Final = STAFF_ROLES
SYSTEM: Final = frozenset({Role.SYSTEM})

# No machine asks with a deadline. That a hint may go out by itself is asked for beside the table (`HINTS`).
REQUEST_STEPS: Final[Mapping[tuple[RequestStatus, RequestStatus], frozenset[Role]]] = {
    (RequestStatus.DRAFT, RequestStatus.SENT): STAFF,
    (RequestStatus.DRAFT, RequestStatus.WITHDRAWN): STAFF | SYSTEM,
    (RequestStatus.SENT, RequestStatus.SETTLED): STAFF,
    (RequestStatus.SENT, RequestStatus.WITHDRAWN): STAFF,
    (RequestStatus.SETTLED, RequestStatus.SENT): STAFF,  # something was accepted by mistake
}
HINTS: Final[Mapping[tuple[RequestStatus, RequestStatus], frozenset[Role]]] = {
    **REQUEST_STEPS,
    (RequestStatus.DRAFT, RequestStatus.SENT): STAFF | SYSTEM,
    (RequestStatus.SENT, RequestStatus.WITHDRAWN): STAFF | SYSTEM,
}

ITEM_STEPS: Final[Mapping[tuple[ItemStatus, ItemStatus], frozenset[Role]]] = {
    (ItemStatus.REQUESTED, ItemStatus.HANDED_IN): PEOPLE,
    (ItemStatus.REQUESTED, ItemStatus.ANNOUNCED): PEOPLE,
    (ItemStatus.REQUESTED, ItemStatus.NOT_AVAILABLE): PEOPLE,
    (ItemStatus.REQUESTED, ItemStatus.ACCEPTED): STAFF,  # shown at the counter: no copy is kept
    (ItemStatus.REQUESTED, ItemStatus.WAIVED): STAFF,
    (ItemStatus.ANNOUNCED, ItemStatus.HANDED_IN): PEOPLE,
    (ItemStatus.ANNOUNCED, ItemStatus.NOT_AVAILABLE): PEOPLE,
    (ItemStatus.ANNOUNCED, ItemStatus.ACCEPTED): STAFF,
    (ItemStatus.ANNOUNCED, ItemStatus.WAIVED): STAFF,
    (ItemStatus.HANDED_IN, ItemStatus.ACCEPTED): STAFF,
    (ItemStatus.HANDED_IN, ItemStatus.UNUSABLE): STAFF,
    (ItemStatus.HANDED_IN, ItemStatus.WAIVED): STAFF,
    (ItemStatus.NOT_AVAILABLE, ItemStatus.HANDED_IN): PEOPLE,
    (ItemStatus.NOT_AVAILABLE, ItemStatus.ANNOUNCED): PEOPLE,
    (ItemStatus.NOT_AVAILABLE, ItemStatus.REQUESTED): STAFF,  # with words on where it can be had
    (ItemStatus.NOT_AVAILABLE, ItemStatus.ACCEPTED): STAFF,
    (ItemStatus.NOT_AVAILABLE, ItemStatus.WAIVED): STAFF,
    (ItemStatus.UNUSABLE, ItemStatus.HANDED_IN): PEOPLE,
    (ItemStatus.UNUSABLE, ItemStatus.ANNOUNCED): PEOPLE,
    (ItemStatus.UNUSABLE, ItemStatus.NOT_AVAILABLE): PEOPLE,
    (ItemStatus.UNUSABLE, ItemStatus.ACCEPTED): STAFF,
    (ItemStatus.UNUSABLE, ItemStatus.WAIVED): STAFF,
    (ItemStatus.ACCEPTED, ItemStatus.HANDED_IN): STAFF,  # judged by mistake
    (ItemStatus.WAIVED, ItemStatus.REQUESTED): STAFF,  # as above
}
# More of the same is no step: who has handed in may hand in more, who has announced a letter may bring it instead.
REPEATED: Final = frozenset({ItemStatus.HANDED_IN, ItemStatus.ANNOUNCED, ItemStatus.NOT_AVAILABLE})

EXTENSION_STEPS: Final[Mapping[tuple[ExtensionStatus, ExtensionStatus], frozenset[Role]]] = {
    (ExtensionStatus.ASKED, ExtensionStatus.GRANTED): STAFF,
    (ExtensionStatus.ASKED, ExtensionStatus.ANSWERED): STAFF,
}


def lock_request(request_id: UUID) -> EvidenceRequest:
    """Return the request as it is now, its row locked until the end of the transaction."""
    found = EvidenceRequest.objects.select_for_update(of=("self",))
    return found.select_related("case", "person", "thread").get(pk=request_id)


def may_become(item: EvidenceItem, to: ItemStatus, actor: Actor) -> bool:
    """Whether the table lets ``actor`` take this step now; for pages that offer only what is possible."""
    return actor.role in ITEM_STEPS.get((ItemStatus(item.status), to), frozenset())


def next_statuses(item: EvidenceItem, actor: Actor) -> tuple[ItemStatus, ...]:
    """Return what ``actor`` may make of the item, in the order of the table."""
    return tuple(to for (origin, to), roles in ITEM_STEPS.items() if origin == item.status and actor.role in roles)


def can_be_answered(item: EvidenceItem) -> bool:
    """Whether the person can still say something to this item: until it is settled, also after the deadline."""
    return item.status not in SETTLED_ITEMS


def move_request(request: EvidenceRequest, *, to: RequestStatus, actor: Actor) -> None:
    """Move a locked request; the only place that writes its ``status``. Raises NoSuchStep."""
    origin = RequestStatus(request.status)
    table = HINTS if request.is_hint else REQUEST_STEPS
    if actor.role not in table.get((origin, to), frozenset()):
        raise NoSuchStep(origin, to, actor.role)
    request.status = to
    request.save()


def move_item(
    item: EvidenceItem,
    *,
    to: ItemStatus,
    actor: Actor,
    at: datetime.datetime,
    note: str = "",
    reason: str | None = None,
) -> ItemStep | None:
    """Move an item, whose request is locked, and write its history; the only place that writes its ``status``.

    ``note`` is for colleagues. ``reason``: words for the person, None keeps what stands there. None when it is there
    already and more of the same has come. Raises NoSuchStep.
    """
    locked = EvidenceItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    origin = ItemStatus(locked.status)
    if origin == to and to in REPEATED:
        return None
    if actor.role not in ITEM_STEPS.get((origin, to), frozenset()):
        raise NoSuchStep(origin, to, actor.role)
    item.status, item.reason = to, locked.reason if reason is None else reason
    item.decided_at = at if actor.is_staff and to in {*SETTLED_ITEMS, ItemStatus.UNUSABLE} else locked.decided_at
    item.save(update_fields=["status", "reason", "decided_at"])
    return ItemStep.objects.create(
        item=item,
        from_status=origin,
        to_status=to,
        at=at,
        actor_role=actor.role,
        membership_id=actor.membership_id,
        note=note,
    )


def move_extension(
    extension: Extension, *, to: ExtensionStatus, actor: Actor, at: datetime.datetime, reply: str = ""
) -> None:
    """Answer a wish for more time, its row locked; the only place that writes its ``status``. Raises NoSuchStep."""
    locked = Extension.objects.select_for_update(of=("self",)).get(pk=extension.pk)
    origin = ExtensionStatus(locked.status)
    if actor.role not in EXTENSION_STEPS.get((origin, to), frozenset()):
        raise NoSuchStep(origin, to, actor.role)
    extension.status, extension.reply = to, reply
    extension.decided_at, extension.decided_by_id = at, actor.membership_id
    extension.save(update_fields=["status", "reply", "decided_at", "decided_by"])
