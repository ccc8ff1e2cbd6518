"""How a decision reaches its addressees: in the portal or by post (§ 37 (2a) SGB X). Pure, but for `recipients_of`."""

from collections.abc import Collection, Sequence
from uuid import UUID

from msgspec import Struct

from mailbox.enums import ByPost, Delivery
from portal.cases.models import Person, Standing
from portal.notices.selectors import delivery_obstacle


class Recipient(Struct, frozen=True):
    """An addressee. ``user_id`` None: no account. ``obstacle``: why not in the portal (`ByPost`); "": nothing."""

    user_id: UUID | None
    obstacle: str = ""


class Way(Struct, frozen=True):
    """Portal or post, and for the post why (`ByPost`)."""

    delivery: Delivery
    by_post: str = ""


def way_for(recipients: Collection[Recipient], *, is_by_post: bool = False) -> Way:
    """Decide the way of one letter.

    In the portal only when every addressee has agreed to it and a notice can reach them; of several not all: everything
    by post, so that there is one day of notification and not two. ``is_by_post``: the office wants it so.
    """
    if is_by_post:
        return Way(Delivery.POST, ByPost.OFFICE)
    obstacles = [each.obstacle or ("" if each.user_id else ByPost.NO_ACCOUNT) for each in recipients]
    if recipients and not any(obstacles):
        return Way(Delivery.PORTAL)
    if len(recipients) > 1:
        return Way(Delivery.POST, ByPost.SEVERAL)
    return Way(Delivery.POST, obstacles[0] if obstacles else ByPost.NO_ACCOUNT)


def recipients_of(person: Person, representatives: Sequence[Standing]) -> list[Recipient]:
    """Return whom the letter is addressed to: the representatives who must be (§ 13 (3) SGB X), else the person.

    Their consent counts, not that of the person they act for. An organisation has no account of its own. A query or
    more for each account.
    """
    accounts = [standing.user_id for standing in representatives] if representatives else [person.user_id]
    return [_recipient(user_id) for user_id in dict.fromkeys(accounts)]


def _recipient(user_id: UUID | None) -> Recipient:
    if user_id is None:
        return Recipient(None, ByPost.NO_ACCOUNT)
    return Recipient(user_id, delivery_obstacle(user_id))
