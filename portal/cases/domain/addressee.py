"""Who is written to when the office or the portal has something to say to a person (§ 13 (3) SGB X)."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from portal.cases.enums import OPENS_POST, Scope, StandingKind
from portal.cases.models import Standing


class Addressees(Struct, frozen=True):
    """Who gets a letter. ``representatives``: the letter is addressed to them, oldest right first.

    ``also``: representatives without a checked proof who get it beside the person. ``to_person``: the person gets it,
    as the addressee when nobody represents, else as a copy.
    """

    representatives: tuple[Standing, ...] = ()
    also: tuple[Standing, ...] = ()
    to_person: bool = True

    @property
    def told(self) -> tuple[Standing, ...]:
        """Everybody beside the person."""
        return (*self.representatives, *self.also)


def addressees(held: Iterable[Standing]) -> Addressees:
    """Decide who is written to, from the representations of the person that hold now.

    With a checked proof the representative must be addressed (§ 13 (3) S. 1 SGB X), a guardian when the tasks include
    post, authorities or everything (§ 1815 (2) no. 6 BGB). The person gets a copy, but not against a court's
    reservation (§ 1825 BGB) in that area. Without a checked proof nothing changes for the person; who may read the
    postbox by the person's word is written to as well, so that both know.
    """
    concerned = [standing for standing in held if is_about_post(standing.kind, standing.tasks)]
    checked = tuple(standing for standing in concerned if standing.proof_checked_at is not None)
    waiting = tuple(
        standing
        for standing in concerned
        if standing.proof_checked_at is None and Scope.READ_POSTBOX in standing.scopes
    )
    return Addressees(
        representatives=checked,
        also=waiting,
        to_person=not any(standing.has_reservation for standing in checked),
    )


def is_about_post(kind: str, tasks: Collection[str]) -> bool:
    """Whether letters of the office are the representative's business."""
    return kind == StandingKind.REPRESENTATIVE or (kind == StandingKind.GUARDIAN and not OPENS_POST.isdisjoint(tasks))
