"""Sessions that have run out: kept a while to recognise a form that comes too late, then deleted."""

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession

from portal.accounts.models import Session

KEPT_AFTER_END = timedelta(hours=12)  # who comes back to a page that was left open


def clear_ended_sessions(*, now: datetime) -> int:
    """Delete sessions whose end is longer ago, and what the lists of devices say of them; returns how many ended."""
    ended, _per_model = Session.objects.filter(expire_date__lte=now - KEPT_AFTER_END).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return ended
