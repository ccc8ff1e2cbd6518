"""Where somebody is signed in."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from msgspec import Struct

from portal.accounts.models import Session, User


class OpenSession(Struct, frozen=True):
    """One running session of a user."""

    number: int
    key: str
    user_agent: str
    last_seen_at: datetime


def open_sessions(user: User) -> list[OpenSession]:
    """Running sessions, the latest first. Two queries. Those of an old password are none."""
    mine = {entry.session_key: entry for entry in UserSession.objects.filter(user=user)}
    rows = Session.objects.filter(session_key__in=mine, expire_date__gt=timezone.now())
    running = [mine[row.session_key] for row in rows if _is_of_this_password(row, user)]
    found = [OpenSession(entry.pk, entry.session_key, entry.user_agent, entry.last_seen_at) for entry in running]
    return sorted(found, key=lambda entry: entry.last_seen_at, reverse=True)


def _is_of_this_password(row: Session, user: User) -> bool:
    return constant_time_compare(row.get_decoded().get(HASH_SESSION_KEY, ""), user.get_session_auth_hash())
