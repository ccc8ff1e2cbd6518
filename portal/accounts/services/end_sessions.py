"""End sessions of one's own account on other devices: dead from the next request on."""

from allauth.usersessions.models import UserSession
from django.db import transaction

from portal.accounts.events import SESSION_ENDED
from portal.accounts.models import Session, User
from portal.accounts.services.record_account_event import record_account_event


@transaction.atomic
def end_sessions(*, user: User, numbers: list[int] | None = None, but_for: str = "") -> int:
    """End those of the user's sessions with these numbers, all if None; never the one with the key ``but_for``.

    Returns how many rows of sessions were deleted; one event for each.
    """
    mine = UserSession.objects.filter(user=user).exclude(session_key=but_for)
    if numbers is not None:
        mine = mine.filter(pk__in=numbers)
    keys = list(mine.values_list("session_key", flat=True))
    ended, _per_model = Session.objects.filter(session_key__in=keys).delete()
    mine.delete()
    for _number in range(ended):
        record_account_event(user=user, event=SESSION_ENDED)
    return ended
