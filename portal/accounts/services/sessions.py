"""The session engine: Django's own in the database, with its read prepared (`portal.postgres.prepared`).

The account comes with its session, in the same statement. How long a session lasts stands in its row: idle and absolute
limit are one date, so the read itself refuses what has ended, and nothing is asked or written in addition.
"""

from datetime import UTC, datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from portal.accounts.domain.session_limits import end_of, is_worth_writing
from portal.accounts.models import Session, User
from portal.postgres.prepared import PreparedQuery

_VALID: PreparedQuery[Session] = PreparedQuery(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now).select_related("account"),
    key="key",
    now=datetime.max.replace(tzinfo=UTC),
)


class SessionStore(DatabaseStore):
    """Sessions as rows of `Session`. ``ends_at``: what the row says; None before it was read or written."""

    ends_at: datetime | None = None
    _account: User | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Where sessions are kept."""
        return Session

    def account(self) -> User | None:
        """The account that is signed in, as it came with the session, when all is in order. No SQL but the session's.

        None decides nothing: with a new password, another key or a blocked account Django says what follows.
        """
        known, account = self.get(SESSION_KEY), self._account  # the first reads the session
        if account is None or not account.is_active or str(account.pk) != known:
            return None
        if self.get(BACKEND_SESSION_KEY) not in settings.AUTHENTICATION_BACKENDS:
            return None
        proof = self.get(HASH_SESSION_KEY, "")
        return account if constant_time_compare(proof, account.get_session_auth_hash()) else None

    def _get_session_from_db(self) -> Any:
        """The row of the cookie. When there is none, Django decides what follows."""
        row = _VALID.first(key=self.session_key, now=timezone.now()) or super()._get_session_from_db()  # type: ignore[misc] # the stubs do not know it
        self.ends_at = row.expire_date if row else None
        self._account = row.account if row else None
        return row

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """What will be stored."""
        row = super().create_model_instance(data)
        row.account_id = data.get(SESSION_KEY)  # type: ignore[attr-defined] # as above
        self.ends_at = row.expire_date
        return row

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """When the row ends: by our limits where somebody is signed in, as the settings say otherwise."""
        return end_of(self._session, timezone.now()) or super().get_expiry_date(**kwargs)  # type: ignore[attr-defined] # as above

    def extend(self) -> None:
        """Somebody is there: push the idle end back, never beyond the absolute one. Two statements in two minutes.

        Only the date is written: what another request keeps at the same time stays, and an ended session stays ended.
        """
        now = timezone.now()
        wanted = end_of(self._session, now)  # type: ignore[attr-defined] # as above
        if wanted is None or self.ends_at is None:
            return
        if not is_worth_writing(self._session, stored=self.ends_at, wanted=wanted):  # type: ignore[attr-defined] # as above
            return
        if Session.objects.filter(session_key=self.session_key, expire_date__gt=now).update(expire_date=wanted):
            self.ends_at = wanted
            UserSession.objects.filter(session_key=self.session_key).update(last_seen_at=now)
