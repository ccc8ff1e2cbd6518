"""What a representation by right allows, what stands in words about its proof, and where it stands at a moment."""

import datetime
from collections.abc import Collection
from typing import Final

from msgspec import Struct

from portal.cases.enums import GuardianTask, ProofKind, Scope, StandingKind, StandingState
from portal.cases.models import Standing

TOLD_BEFORE: Final = datetime.timedelta(days=30)  # that long before the end the office sees it
SEPARATOR: Final = "\n"

EVERYTHING: Final = frozenset(Scope) - {Scope.OWN_PART}
_BY_TASK: Final = {
    GuardianTask.EVERYTHING: EVERYTHING,
    GuardianTask.AUTHORITIES: EVERYTHING,
    GuardianTask.FINANCES: frozenset({Scope.FILL_IN, Scope.SEND, Scope.UPLOAD, Scope.READ_DECISIONS}),
    GuardianTask.POST: frozenset({Scope.READ_POSTBOX, Scope.READ_DECISIONS}),
    GuardianTask.HOUSING: frozenset[Scope](),
    GuardianTask.HEALTH: frozenset[Scope](),
}
# Handing in papers shows nothing, so it is safe before anybody has seen a proof; and what is handed in keeps its date.
WITHOUT_PROOF: Final = frozenset({Scope.UPLOAD})
AGREED_BY_PERSON: Final = frozenset({Scope.FILL_IN, Scope.SEND, Scope.UPLOAD, Scope.READ_POSTBOX})


def scopes_for(kind: str, tasks: Collection[str], *, is_checked: bool, has_agreed: bool = False) -> frozenset[Scope]:
    """Return what a representation allows.

    An authorised representative with a checked proof: everything (§ 13 (1) SGB X). A guardian: what the tasks cover,
    and nothing more than handing in papers where they do not concern a jobcenter (§ 1815 BGB). Without a checked proof:
    handing in papers; with the person's own word (``has_agreed``) also filling in, sending and the postbox.
    """
    if not is_checked:
        return AGREED_BY_PERSON if has_agreed else WITHOUT_PROOF
    if kind != StandingKind.GUARDIAN:
        return EVERYTHING
    return WITHOUT_PROOF.union(*(_BY_TASK[GuardianTask(task)] for task in tasks))


class Proof(Struct, frozen=True):
    """What was seen: the kind of paper, and a short note (court, file number). Stored as one encrypted text."""

    kind: ProofKind
    note: str = ""

    def as_text(self) -> str:
        """Return how it is stored."""
        return f"{self.kind}{SEPARATOR}{self.note}"


def proof_of(standing: Standing) -> Proof | None:
    """Return the proof of a standing; what was stored in other words is a note of the kind OTHER. None without one."""
    if not standing.proof:
        return None
    kind, separator, note = standing.proof.partition(SEPARATOR)
    if separator and kind in ProofKind.values:
        return Proof(ProofKind(kind), note)
    return Proof(ProofKind.OTHER, standing.proof)


def state_of(standing: Standing, now: datetime.datetime) -> StandingState:
    """Return where the standing stands at a moment. Ended by somebody weighs more than ended by date."""
    if standing.revoked_at is not None and standing.revoked_at <= now:
        return StandingState.ENDED
    if standing.valid_to is not None and standing.valid_to <= now:
        return StandingState.EXPIRED
    if standing.proof_checked_at is None:
        return StandingState.UNCHECKED
    if standing.valid_from > now:
        return StandingState.UPCOMING
    if standing.valid_to is not None and standing.valid_to <= now + TOLD_BEFORE:
        return StandingState.ENDS_SOON
    return StandingState.HOLDS
