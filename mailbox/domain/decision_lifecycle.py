"""What steps a decision may take, and by whose hand. Two people see it before it goes out."""

from enum import StrEnum
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from mailbox.enums import DecisionStatus as Status
from mailbox.errors import StepNotAllowed
from mailbox.models import Decision, DecisionStep
from portal.accounts.models import StaffMembership


class Hand(StrEnum):
    """Who takes a step: whoever wrote the decision, or somebody else at the office."""

    AUTHOR = "author"
    SECOND = "second"


ANYBODY: Final = frozenset(Hand)
TRANSITIONS: Final[dict[tuple[Status, Status], frozenset[Hand]]] = {
    (Status.DRAFT, Status.WAITING): frozenset({Hand.AUTHOR}),
    (Status.WAITING, Status.DRAFT): ANYBODY,  # given back with a note, or taken back
    (Status.WAITING, Status.RELEASED): frozenset({Hand.SECOND}),
    (Status.DRAFT, Status.WITHDRAWN): ANYBODY,
    (Status.WAITING, Status.WITHDRAWN): ANYBODY,
}


def hand_of(decision: Decision, membership: StaffMembership) -> Hand:
    """Which of the two this is. Somebody who works here by a second membership is still the same person."""
    is_same = membership.user_id == decision.created_by.user_id or membership.pk == decision.created_by_id
    return Hand.AUTHOR if is_same else Hand.SECOND


def may_step(decision: Decision, to: Status, membership: StaffMembership) -> bool:
    """Whether the table has this step for this hand, as the decision stands in memory."""
    return hand_of(decision, membership) in TRANSITIONS.get((Status(decision.status), to), frozenset())


def advance(decision: Decision, to: Status, *, by: StaffMembership, note: str = "", **facts: Any) -> None:
    """Move ``decision`` to ``to``, set the fields ``facts`` with it and write the history row.

    The only place that writes ``status``. The row is locked and read again first. Raises StepNotAllowed when it stands
    elsewhere by now, or the table lacks the step for this hand.
    """
    with transaction.atomic():
        locked = Decision.objects.select_for_update(of=("self",)).select_related("created_by").get(pk=decision.pk)
        if locked.status != decision.status or not may_step(locked, to, by):
            raise StepNotAllowed(locked.status, to)
        before = locked.status
        for name, value in {"status": to, **facts}.items():
            setattr(locked, name, value)
            setattr(decision, name, value)
        locked.save(update_fields=["status", *facts])
        DecisionStep.objects.create(
            decision=locked, from_status=before, to_status=to, at=timezone.now(), membership=by, note=note
        )
