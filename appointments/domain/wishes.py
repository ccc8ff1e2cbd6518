"""What steps a wish may take, and for whom; which times fit it."""

import datetime
from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from appointments.enums import DayPart, WishStatus
from appointments.errors import NoSuchStep, WishNotOpen
from appointments.models import Wish
from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES, Role
from portal.cases.models import Actor
from portal.law.dates import day_of

OPEN_WISHES: Final = (WishStatus.OPEN, WishStatus.PROPOSED)
_EVERYBODY: Final = CITIZEN_ROLES | STAFF_ROLES
TRANSITIONS: Final[dict[tuple[WishStatus, WishStatus], frozenset[Role]]] = {
    (WishStatus.OPEN, WishStatus.OPEN): STAFF_ROLES,  # called, nobody answered
    (WishStatus.OPEN, WishStatus.PROPOSED): STAFF_ROLES,
    (WishStatus.OPEN, WishStatus.SETTLED): STAFF_ROLES,
    (WishStatus.OPEN, WishStatus.WITHDRAWN): CITIZEN_ROLES,
    (WishStatus.PROPOSED, WishStatus.PROPOSED): STAFF_ROLES,  # nobody answered, other times are proposed
    (WishStatus.PROPOSED, WishStatus.OPEN): STAFF_ROLES,  # the office took its proposal back
    (WishStatus.PROPOSED, WishStatus.SETTLED): _EVERYBODY,  # a time was taken, declined, or it was answered in words
    (WishStatus.PROPOSED, WishStatus.WITHDRAWN): CITIZEN_ROLES,
}
NOON: Final = datetime.time(12, 0)


def advance_wish(wish: Wish, to: WishStatus, *, actor: Actor, **facts: Any) -> None:
    """Move ``wish`` to ``to`` with the fields ``facts``. The only place that writes its ``status``.

    The row is locked and read again first. Raises WishNotOpen when it was settled or taken back meanwhile, NoSuchStep
    when the table lacks the step for this role.
    """
    with transaction.atomic():
        locked = Wish.objects.select_for_update(of=("self",)).get(pk=wish.pk)
        before = WishStatus(locked.status)
        if before not in OPEN_WISHES:
            raise WishNotOpen
        if actor.role not in TRANSITIONS.get((before, to), frozenset()):
            raise NoSuchStep(before, to, actor.role)
        changed = {"status": to, **facts}
        if to in {WishStatus.SETTLED, WishStatus.WITHDRAWN}:
            changed |= {"settled_at": timezone.now(), "settled_by_id": actor.membership_id}
        for name, value in changed.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(changed))
    for name, value in changed.items():
        setattr(wish, name, value)


def fits(times: Mapping[str, Any], starts: datetime.datetime) -> bool:
    """Whether a time is one of those that somebody has wished for; what they have not said fits always."""
    local = timezone.localtime(starts)
    days, parts, not_before = times.get("days"), times.get("parts"), times.get("not_before")
    part = DayPart.MORNING if local.time() < NOON else DayPart.AFTERNOON
    return (
        (not days or local.weekday() in days)
        and (not parts or part in parts)
        and (not not_before or day_of(starts) >= datetime.date.fromisoformat(not_before))
    )
