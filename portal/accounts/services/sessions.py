"""The session engine: Django's own in the database, with its read prepared (`portal.postgres.prepared`)."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from portal.postgres.prepared import PreparedQuery

_VALID: PreparedQuery[Session] = PreparedQuery(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now),
    key="key",
    now=datetime.max.replace(tzinfo=UTC),
)


class SessionStore(DatabaseStore):
    """Sessions as rows of `django_session`."""

    def _get_session_from_db(self) -> Any:
        """The row of the cookie. When there is none, Django decides what follows."""
        return _VALID.first(key=self.session_key, now=timezone.now()) or super()._get_session_from_db()  # type: ignore[misc] # the stubs do not know it
